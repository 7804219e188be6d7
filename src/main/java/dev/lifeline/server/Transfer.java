package dev.lifeline.server;

import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.net.Tally;
import dev.lifeline.record.LaneRecorder;

/// One stage of moving bytes: counts them, and sees to it that what was started ends exactly once. Can be begun again.
final class Transfer {

    private final LaneRecorder recorder;
    private final Stage stage;
    private final FourTuple tuple;
    private boolean open;
    private long started;
    private Tally tally;

    Transfer(LaneRecorder recorder, Stage stage, FourTuple tuple) {
        this.recorder = recorder;
        this.stage = stage;
        this.tuple = tuple;
    }

    boolean isOpen() {
        return open;
    }

    /// The stage began.
    ///
    /// @param at when, in nanoseconds of the trace's clock: right before the call
    void begin(long at) {
        started = recorder.mark(at, new StageEvent.Started(stage, tuple.local(), tuple.remote()));
        open = true;
        tally = Tally.ofFirst();
    }

    /// One call moved bytes.
    ///
    /// @param look what the first call of this stage moved; later ones only count
    void moved(long bytes, Bytes look) {
        tally.add(bytes, look);
    }

    /// The stage ended; nothing happens where it is not open.
    void finish(Ending ending) {
        if (open) {
            open = false;
            recorder.finished(stage, started, tally.moved(ending));
        }
    }

    /// The stage failed; nothing happens where it is not open.
    void fail(Failure failure) {
        if (open) {
            open = false;
            recorder.failed(stage, started, failure);
        }
    }
}
