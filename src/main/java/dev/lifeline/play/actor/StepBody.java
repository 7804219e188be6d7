package dev.lifeline.play.actor;

import dev.lifeline.record.StageFailure;
import java.io.IOException;

/// Work of one step. Players choose it by a switch expression over the kinds of their actions, so that one that is forgotten does
/// not compile.
interface StepBody {

    /// Does it.
    ///
    /// @throws StageFailure when a stage failed; it is recorded already
    /// @throws IOException when a call failed that is no stage
    /// @throws CannotAct when there is nothing to do it with
    void run() throws StageFailure, IOException, CannotAct, InterruptedException;
}
