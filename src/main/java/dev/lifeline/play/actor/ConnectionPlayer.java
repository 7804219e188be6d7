package dev.lifeline.play.actor;

import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.ConnectionAction;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/// A connection that a server accepted.
public final class ConnectionPlayer implements Player {

    private final BlockingConnection wire;

    /// Takes over the channel.
    ConnectionPlayer(SocketChannel channel, LaneRecorder lane, Gates gates) throws IOException {
        this.wire = BlockingConnection.over(channel, new StageRunner(lane, gates));
    }

    @Override
    public void act(Action action) throws StageFailure, IOException, CannotAct, InterruptedException {
        wire.act((ConnectionAction) action);
    }

    @Override
    public ActorKind kind() {
        return ActorKind.CONNECTION;
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
