package dev.lifeline.client;

import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.record.Failures;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.IOException;

/// A stage whose beginning is stamped when it happens and recorded only once it is known that there was such a stage.
/// Not for several threads.
final class LateStage {

    private final LaneRecorder lane;
    private final StageRunner.Call call;
    private final long began;
    private boolean recorded;
    private long started;

    /// A stage that begins now, if it turns out to be one.
    LateStage(LaneRecorder lane, StageRunner.Call call) {
        this(lane, call, lane.now());
    }

    /// A stage that began at a moment that was stamped then.
    LateStage(LaneRecorder lane, StageRunner.Call call, long began) {
        this.lane = lane;
        this.call = call;
        this.began = began;
    }

    boolean isRecorded() {
        return recorded;
    }

    /// Records its beginning, once.
    void record() {
        if (!recorded) {
            recorded = true;
            started = lane.mark(began, new StageEvent.Started(call.stage(), call.local(), call.remote()));
        }
    }

    /// Records its end, if its beginning was recorded.
    void finishIfRecorded(long end, Outcome outcome) {
        if (recorded) {
            lane.mark(end, new StageEvent.Finished(call.stage(), started, outcome));
        }
    }

    /// Records that it failed now.
    ///
    /// @return what to throw
    StageFailure failed(IOException cause) {
        record();
        return new StageFailure(call.stage(), lane.failed(call, started, cause), cause);
    }

    /// Records that the thread was interrupted in it now.
    void interrupted() {
        record();
        lane.failed(call.stage(), started, Failures.interrupted(call.operation(), call.local(), call.remote()));
    }
}
