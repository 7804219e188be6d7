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

        /// @param end `null` where there is none
        void end(TraceEvent end, long at, Span.State state) {
            // A server gives a connection its number only once accept has returned: the end knows more than the beginning.
            TraceEvent later = end == null ? event : end;
            span = new Span(stage, event.lane(), event.evidence(), Math.max(event.connection(), later.connection()),
                    Math.max(event.attempt(), later.attempt()), event.at(), at, local, remote, state, event, end);
        }
    }

    private final List<Begun> begun = new ArrayList<>();
    private final Map<Long, Begun> bySequence = new HashMap<>();
    /// The last beginning of each stage, by [#key]; `null` until an end needs it: nearly all say which beginning is theirs.
    private Map<String, Begun> latest;

    void start(TraceEvent event, StageEvent.Started started) {
        Begun stage = new Begun(event, started.stage(), started.local(), started.remote());
        begun.add(stage);
        bySequence.put(event.sequence(), stage);
        if (latest != null) {
            latest.put(key(event, started.stage()), stage);
        }
    }

    /// Gives the end to its beginning. Where that was dropped, all that is known is this moment.
    Span end(TraceEvent event, Stage stage, long started, Span.State state) {
        Begun match = started >= 0 ? bySequence.remove(started) : latest(key(event, stage));
        if (match == null || !match.open() || match.stage != stage || match.event.lane() != event.lane()) {
            return alone(event, stage, state, null);
        }
        match.end(event, event.at(), state);
        return match.span;
    }

    private Begun latest(String key) {
        if (latest == null) {
            latest = new HashMap<>();
            for (Begun stage : begun) {
                if (stage.event.body().kind() == StageEvent.Kind.STARTED) {
                    latest.put(key(stage.event, stage.stage), stage);
                }
            }
        }
        return latest.get(key);
    }

    /// A stage that did not run.
    Span skip(TraceEvent event, StageEvent.Skipped skipped) {
        return alone(event, skipped.stage(), new Span.Skipped(skipped.reason()), event);
    }

    private Span alone(TraceEvent event, Stage stage, Span.State state, TraceEvent beginning) {
        Begun only = new Begun(event, stage, null, null);
        only.span = new Span(stage, event.lane(), event.evidence(), event.connection(), event.attempt(), event.at(), event.at(),
                null, null, state, beginning, event);
        begun.add(only);
        return only.span;
    }

    /// All stages in the order in which they began.
    ///
    /// @param last the time of the last event: what is still open ends there
    List<Span> spans(long last) {
        List<Span> spans = new ArrayList<>(begun.size());
        for (Begun stage : begun) {
            if (stage.open()) {
                stage.end(null, last, new Span.Open());
            }
            spans.add(stage.span);
        }
        return spans;
    }

    private static String key(TraceEvent event, Stage stage) {
        // Text rather than a record: the hash code of a record is linked at run time, which costs more than all of this.
        Lane lane = event.lane();
        return new StringBuilder(16).append((char) lane.ordinal()).append((char) stage.ordinal()).append(event.connection())
                .append('/').append(event.attempt()).toString();
    }
}
