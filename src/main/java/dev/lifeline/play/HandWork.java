package dev.lifeline.play;

import dev.lifeline.model.Lane;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.play.actor.CannotAct;
import dev.lifeline.play.actor.ClientPlayer;
import dev.lifeline.play.actor.ConnectionPlayer;
import dev.lifeline.play.actor.LoopPlayer;
import dev.lifeline.play.actor.Player;
import dev.lifeline.play.actor.Unmet;
import dev.lifeline.record.StageFailure;
import dev.lifeline.scenario.action.ConnectionAction;
import dev.lifeline.server.LoopbackServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;

/// Things that a person has the actors of a play do, beside its steps: each on the thread of its actor, and recorded as what it is.
///
/// Threads: any.
public final class HandWork {

    private final Play play;
    private final Steps steps;

    HandWork(Play play, Steps steps) {
        this.play = play;
        this.steps = steps;
    }

    /// Says if somebody of this name takes part by now.
    public boolean knows(String actor) {
        return play.known(actor) != null;
    }

    /// Lists the actors of a side that have an open connection with which they do one thing after the other.
    public List<String> able(Lane side) {
        List<String> able = new ArrayList<>();
        for (Map.Entry<String, Player> each : play.players().entrySet()) {
            Player player = each.getValue();
            if ((player instanceof ClientPlayer || player instanceof ConnectionPlayer) && player.kind().lane() == side && player.holdsConnections()) {
                able.add(each.getKey());
            }
        }
        return able;
    }

    /// The event loop that serves in the play; `null` where none is started, where there are several, and where it is in a network of its own:
    /// who would join its queue is not there.
    public LoopbackServer server() {
        LoopbackServer only = null;
        for (Player each : play.players().values()) {
            LoopbackServer serving = each instanceof LoopPlayer loop ? loop.serving() : null;
            if (serving != null && (only != null || play.isApart())) {
                return null;
            }
            only = serving != null ? serving : only;
        }
        return only;
    }

    /// Has an actor do something with its connection.
    ///
    /// @param actor one of those that are able to
    /// @return its end: why it could not be done, or `null` where it was done or failed as a stage can
    /// @throws CannotAct where its thread has something else to do
    public FutureTask<String> begin(String actor, ConnectionAction action) throws CannotAct, InterruptedException {
        Player player = play.known(actor);
        FutureTask<String> task = new FutureTask<>(() -> act(player, actor, action));
        if (!steps.giveIdle(actor, task)) {
            throw new CannotAct(actor + " is at work with a step, and does one thing at a time: Enter lets it go on");
        }
        return task;
    }

    private String act(Player player, String actor, ConnectionAction action) throws InterruptedException {
        Lane side = player.kind().lane();
        play.lane(side).mark(new PlayEvent.HandActed(actor, action.kind().label()));
        try {
            player.act(action);
            return null;
        } catch (StageFailure recorded) {
            return null;
        } catch (IOException | CannotAct | Unmet e) {
            play.remark(side, actor + " could not " + action.kind().label() + ": " + e.getMessage());
            return e.getMessage();
        }
    }
}
