package dev.lifeline.record;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import java.io.IOException;

/// One participant's view of the recorder: fills in the envelope, so that a line of socket code says only what happened.
///
/// @param recorder where the events go
/// @param lane who speaks
/// @param connection which connection of this lane, from 1; 0 for none
/// @param attempt which attempt of the race, from 1; 0 for none
public record LaneRecorder(Recorder recorder, Lane lane, int connection, int attempt) {

    /// The same participant speaking of another connection.
    public LaneRecorder connection(int number) {
        return new LaneRecorder(recorder, lane, number, attempt);
    }

    /// The same participant speaking of one attempt of the race.
    public LaneRecorder attempt(int number) {
        return new LaneRecorder(recorder, lane, connection, number);
    }

    /// Records what this program's own call said, now.
    ///
    /// @return the sequence number, or -1 where the event was dropped
    public long mark(EventBody body) {
        return recorder.record(lane, Evidence.APPLICATION, connection, attempt, body);
    }

    /// Records what this program's own call said at a time that was stamped then.
    ///
    /// @param at nanoseconds of the trace's clock
    /// @return the sequence number, or -1 where the event was dropped
    public long mark(long at, EventBody body) {
        return recorder.record(at, lane, Evidence.APPLICATION, connection, attempt, body);
    }

    /// Nanoseconds of the trace's clock.
    public long now() {
        return recorder.clock().now();
    }

    /// The stage begins now.
    ///
    /// @param local the local end as far as known, or `null`
    /// @param remote the remote end, or `null`
    /// @return the number to give to [#finished] or [#failed]
    public long started(Stage stage, Endpoint local, Endpoint remote) {
        return mark(new StageEvent.Started(stage, local, remote));
    }

    /// The stage is done now.
    public void finished(Stage stage, long started, Outcome outcome) {
        mark(new StageEvent.Finished(stage, started, outcome));
    }

    /// The call failed now. The time is stamped before it is found out what the exception means: that is no part of the stage.
    ///
    /// @return the failure that was recorded
    public Failure failed(StageRunner.Call call, long started, IOException cause) {
        long at = now();
        Failure failure = Failures.of(cause, call.operation(), call.local(), call.remote());
        mark(at, new StageEvent.Failed(call.stage(), started, failure));
        return failure;
    }

    /// The stage failed now.
    public void failed(Stage stage, long started, Failure failure) {
        mark(new StageEvent.Failed(stage, started, failure));
    }

    /// There is nothing to do at this stage.
    public void skipped(Stage stage, String reason) {
        mark(new StageEvent.Skipped(stage, reason));
    }
}
