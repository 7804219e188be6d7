package dev.lifeline.play.actor;

import dev.lifeline.model.Lane;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.ConnectionAction;
import dev.lifeline.scenario.judge.ActorOnTrace;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;

/// A connection that a server accepted.
public final class ConnectionPlayer implements Player {

    private final int number;
    private final BlockingConnection wire;

    /// Takes over the channel.
    ConnectionPlayer(SocketChannel channel, LaneRecorder lane, Gates gates) throws IOException {
        this.number = lane.connection();
        this.wire = BlockingConnection.over(channel, new StageRunner(lane, gates));
    }

    @Override
    public void act(Action action) throws StageFailure, IOException, CannotAct, InterruptedException {
        wire.act((ConnectionAction) action);
    }

    @Override
    public ActorOnTrace onTrace() {
        return new ActorOnTrace(ActorKind.CONNECTION, List.of(new ActorOnTrace.Own(Lane.SERVER, number)), null);
    }

    @Override
    public boolean holdsConnections() {
        return wire.isOpen();
    }

    @Override
    public void finish() {
        // A connection that nobody closed is open at the end of the play; that is not its end.
    }

    @Override
    public void close() {
        wire.discard();
    }
}
