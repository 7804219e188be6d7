package dev.lifeline.analysis;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.StageEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Joins each end of a stage to its beginning: by sequence number, or where the recorder had none to give, by whose stage it is.
final class SpanPairing {

    /// A stage that began; it becomes a span when its end is known.
    private static final class Begun {
        private final TraceEvent event;
        private final Stage stage;
        private final Endpoint local;
        private final Endpoint remote;
        private Span span;

        Begun(TraceEvent event, Stage stage, Endpoint local, Endpoint remote) {
            this.event = event;
            this.stage = stage;
            this.local = local;
            this.remote = remote;
        }

        boolean open() {
            return span == null;
        }

        void end(TraceEvent end, long at, Span.State state) {
            // A server gives a connection its number only once accept has returned: the end knows more than the beginning.
            int connection = Math.max(event.connection(), end.connection());
            span = new Span(stage, event.lane(), event.evidence(), connection, Math.max(event.attempt(), end.attempt()),
                    event.at(), at, local, remote, state);
        }
    }

    private final List<Begun> begun = new ArrayList<>();
    private final Map<Long, Begun> bySequence = new HashMap<>();
    private final Map<String, Begun> latest = new HashMap<>();

    void accept(TraceEvent event, StageEvent body) {
        if (body instanceof StageEvent.Started started) {
            Begun stage = new Begun(event, started.stage(), started.local(), started.remote());
            begun.add(stage);
            bySequence.put(event.sequence(), stage);
            latest.put(key(event, started.stage()), stage);
        } else if (body instanceof StageEvent.Finished finished) {
            end(event, finished.stage(), finished.started(), new Span.Done(finished.outcome()));
        } else if (body instanceof StageEvent.Failed failed) {
            end(event, failed.stage(), failed.started(), new Span.Failed(failed.failure()));
        } else if (body instanceof StageEvent.Skipped skipped) {
            withoutBeginning(event, skipped.stage(), new Span.Skipped(skipped.reason()));
        }
    }

    /// All stages in the order in which they began.
    ///
    /// @param last the time of the last event: what is still open ends there
    List<Span> spans(long last) {
        List<Span> spans = new ArrayList<>(begun.size());
        for (Begun stage : begun) {
            if (stage.open()) {
                stage.end(stage.event, last, new Span.Open());
            }
            spans.add(stage.span);
        }
        return spans;
    }

    private void end(TraceEvent event, Stage stage, long started, Span.State state) {
        Begun match = started >= 0 ? bySequence.remove(started) : latest.get(key(event, stage));
        if (match != null && match.open() && match.stage == stage && match.event.lane() == event.lane()) {
            match.end(event, event.at(), state);
        } else {
            withoutBeginning(event, stage, state);
        }
    }

    /// A stage that did not run, or whose beginning was dropped: all that is known is this moment.
    private void withoutBeginning(TraceEvent event, Stage stage, Span.State state) {
        Begun only = new Begun(event, stage, null, null);
        only.end(event, event.at(), state);
        begun.add(only);
    }

    private static String key(TraceEvent event, Stage stage) {
        // Text rather than a record: the hash code of a record is linked at run time, which costs more than all of this.
        Lane lane = event.lane();
        return new StringBuilder(16).append((char) lane.ordinal()).append((char) stage.ordinal()).append(event.connection())
                .append('/').append(event.attempt()).toString();
    }
}
