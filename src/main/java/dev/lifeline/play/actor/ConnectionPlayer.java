package dev.lifeline.play.actor;

import dev.lifeline.model.Lane;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.Vocabulary;
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
    public void act(Step step) throws StageFailure, IOException, CannotAct, InterruptedException {
        if (!wire.act(step)) {
            throw new CannotAct("a connection does not know how to " + step.action());
        }
    }

    @Override
    public ActorOnTrace onTrace() {
        return new ActorOnTrace(Vocabulary.CONNECTION, List.of(new ActorOnTrace.Own(Lane.SERVER, number)), null);
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
