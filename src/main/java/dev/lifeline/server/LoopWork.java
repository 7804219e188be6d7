package dev.lifeline.server;

import dev.lifeline.server.turn.LaterWork;
import dev.lifeline.server.turn.TurnLog;

/// The event loop, as those see it who have something done there.
public interface LoopWork {

    /// The clock of what is due, in nanoseconds: the trace's, without the time for which a person has looked at a run that was
    /// stopped. It is no time stamp.
    long clock();

    /// Has the loop look at what is due at this time at the latest, in nanoseconds of its [#clock()].
    void lookBy(long deadline);

    /// Has the loop's thread do something between two wake-ups. Any thread.
    ///
    /// @return whether it will be done, unless the loop ends before
    boolean execute(Runnable task);

    /// The work that is left for later in its turns. For the loop's thread.
    LaterWork later();

    /// The one who tells of its turns. For the loop's thread.
    TurnLog turns();

    /// Tells whether the server is about to stop: it serves what it has, and says that it will not for long. Any thread.
    boolean isLeaving();

    /// Tells whether the loop is about to end. Any thread.
    boolean isStopping();
}
