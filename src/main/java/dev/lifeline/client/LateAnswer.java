package dev.lifeline.client;

import dev.lifeline.race.Input;
import java.util.Queue;

/// The answer for one family of a name that may come when the race has begun.
public interface LateAnswer {

    /// Has the race told, at once where the answer is there: one [Input.Arrived], with nothing where it was none.
    void tell(Queue<Input> reports);

    /// Stops waiting; an answer that comes later is not read.
    ///
    /// @param reason why, for a person
    /// @return `false` where it had come, or was given up before
    boolean giveUp(String reason);

    /// The end of the wait.
    Deadline deadline();
}
