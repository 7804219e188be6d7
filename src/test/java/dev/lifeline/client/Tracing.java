package dev.lifeline.client;

import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.StageRunner;
import dev.lifeline.record.TraceClock;
import java.util.ArrayList;
import java.util.List;

/// A client's lane with a recorder of its own, and questions about what it recorded.
final class Tracing {

    final Gates gates = new Gates();
    final Recorder recorder = new Recorder(TraceClock.start());
    final StageRunner runner = new StageRunner(new LaneRecorder(recorder, Lane.CLIENT, 1, 0), gates);

    List<TraceEvent> events() {
        List<TraceEvent> events = new ArrayList<>(recorder.from(0));
        events.sort(TraceEvent.BY_TIME);
        return events;
    }

    <T extends EventBody> List<T> all(Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (TraceEvent event : events()) {
            if (kind.isInstance(event.body())) {
                found.add(kind.cast(event.body()));
            }
        }
        return found;
    }

    <T extends EventBody> T only(Class<T> kind) {
        List<T> found = all(kind);
        if (found.size() != 1) {
            throw new AssertionError("not one " + kind.getSimpleName() + " but " + found);
        }
        return found.getFirst();
    }

    /// The stages in the order in which they began, each with its end: `write ok`, `first byte TIMEOUT`.
    List<String> stages() {
        List<String> stages = new ArrayList<>();
        for (TraceEvent event : events()) {
            if (event.body() instanceof StageEvent.Skipped skipped) {
                stages.add(skipped.stage().label() + " skipped");
            } else if (event.body() instanceof StageEvent.Started started) {
                stages.add(started.stage().label() + " " + end(event.sequence()));
            }
        }
        return stages;
    }

    private String end(long started) {
        for (StageEvent event : all(StageEvent.class)) {
            if (event instanceof StageEvent.Finished finished && finished.started() == started) {
                return "ok";
            }
            if (event instanceof StageEvent.Failed failed && failed.started() == started) {
                return failed.failure().code().name();
            }
        }
        return "open";
    }

    Outcome outcome(Stage stage) {
        for (StageEvent.Finished finished : all(StageEvent.Finished.class)) {
            if (finished.stage() == stage) {
                return finished.outcome();
            }
        }
        throw new AssertionError(stage + " did not finish: " + stages());
    }

    Failure failure(Stage stage) {
        for (StageEvent.Failed failed : all(StageEvent.Failed.class)) {
            if (failed.stage() == stage) {
                return failed.failure();
            }
        }
        throw new AssertionError(stage + " did not fail: " + stages());
    }
}
