package dev.lifeline.play.actor;

import dev.lifeline.record.StageFailure;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.ActorKind;
import java.io.IOException;

/// Actor at work. [#act] is called on the actor's own thread, one step after the other; the rest on the thread that plays.
public interface Player {

    /// Does what a step says.
    ///
    /// @param action one of those that its kind of actor can do
    /// @throws StageFailure when a stage failed; it is recorded already, and the play goes on
    /// @throws IOException when a call failed that is no stage: a remark says so, and the play goes on
    /// @throws CannotAct when there is nothing to do it with: a remark says so, and the play goes on
    /// @throws Unmet when it waited for something that was not seen: that is recorded, and the play goes on
    void act(Action action) throws StageFailure, IOException, CannotAct, Unmet, InterruptedException;

    ActorKind kind();

    /// Tells whether a connection of its own is open, so that the other side need not be over.
    default boolean holdsConnections() {
        return false;
    }

    /// The play ends, and is still recorded: what began is ended. Its thread does nothing any more.
    void finish();

    /// Gives back all that it opened, without a word.
    void close();
}
