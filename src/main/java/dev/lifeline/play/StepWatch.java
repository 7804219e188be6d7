package dev.lifeline.play;

import dev.lifeline.scenario.Step;

/// Hears of each step of a play before it begins, on the thread that plays: whoever walks through a play stops it here, with all
/// sockets alive.
public interface StepWatch {

    /// Tells whether the play is to stand before a step; that is recorded then.
    boolean stopsBefore(Step step);

    /// Waits until the play may go on with the step. What runs in the background goes on meanwhile.
    ///
    /// @throws InterruptedException when the play is interrupted
    void stand(Step step) throws InterruptedException;
}
