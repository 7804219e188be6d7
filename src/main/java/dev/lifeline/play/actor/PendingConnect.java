package dev.lifeline.play.actor;

import dev.lifeline.client.Deadline;
import dev.lifeline.client.NumericAddress;
import dev.lifeline.client.SocketSetup;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.record.Failures;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// A connect that does not wait: the stage begins with the call that sends the SYN, and ends with the question for the outcome.
final class PendingConnect {

    private static final long LOOK_MILLIS = 100;

    private final LaneRecorder lane;
    private final Gates gates;
    private final SocketChannel channel;
    private final Endpoint local;
    private final Endpoint remote;
    private final long started;

    private PendingConnect(LaneRecorder lane, Gates gates, SocketChannel channel, Endpoint local, Endpoint remote, long started) {
        this.lane = lane;
        this.gates = gates;
        this.channel = channel;
        this.local = local;
        this.remote = remote;
        this.started = started;
    }

    /// Sends the SYN.
    ///
    /// @param source the local end to bind to, or `null`
    /// @throws StageFailure when that failed already; the socket is closed
    static PendingConnect begin(StageRunner runner, Endpoint remote, InetSocketAddress source, SocketSetup setup)
            throws StageFailure, IOException, InterruptedException {
        SocketChannel channel = SocketChannel.open();
        PendingConnect begun = null;
        try {
            LaneRecorder lane = runner.recorder().attempt(1);
            lane.mark(new LoopEvent.SocketOpened(SocketPurpose.CONNECTING));
            setup.prepare(channel);
            Endpoint local = source == null ? null : new StageRunner(lane, runner.gates())
                    .run(new StageRunner.Call(Stage.BIND, Operation.BIND, Endpoint.of(source), null), () -> {
                        channel.bind(source);
                        Endpoint bound = Endpoint.of((InetSocketAddress) channel.getLocalAddress());
                        return new StageRunner.Result<>(bound, new Outcome.Bound(bound));
                    });
            channel.configureBlocking(false);
            runner.gates().before(Stage.CONNECT, lane);
            PendingConnect trying = new PendingConnect(lane, runner.gates(), channel, local, remote,
                    lane.started(Stage.CONNECT, local, remote));
            try {
                channel.connect(NumericAddress.of(remote));
            } catch (IOException e) {
                throw trying.failed(e);
            }
            begun = trying;
            return begun;
        } finally {
            if (begun == null) {
                channel.close();
            }
        }
    }

    /// Waits for the outcome.
    ///
    /// @return the connected channel
    SocketChannel finish(long nanos) throws StageFailure, InterruptedException {
        boolean connected = false;
        try {
            complete(Deadline.in(nanos));
            gates.after(Stage.CONNECT, lane);
            connected = true;
            return channel;
        } finally {
            if (!connected) {
                discard();
            }
        }
    }

    private void complete(Deadline deadline) throws StageFailure, InterruptedException {
        try {
            await(deadline);
            if (!channel.finishConnect()) {
                throw deadline.exception();
            }
            FourTuple tuple = new FourTuple(Endpoint.of((InetSocketAddress) channel.getLocalAddress()),
                    Endpoint.of((InetSocketAddress) channel.getRemoteAddress()));
            lane.finished(Stage.CONNECT, started, new Outcome.Connected(tuple));
        } catch (IOException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            lane.failed(Stage.CONNECT, started, Failures.interrupted(Operation.CONNECT, local, remote));
            throw e;
        }
    }

    private void await(Deadline deadline) throws IOException, InterruptedException {
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_CONNECT);
            while (!deadline.passed() && selector.select(Math.min(LOOK_MILLIS, deadline.millis())) == 0) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
    }

    /// The play ends before anybody asked.
    void abandon() {
        lane.failed(Stage.CONNECT, started, Failures.interrupted(Operation.CONNECT, local, remote));
        discard();
    }

    private StageFailure failed(IOException e) {
        StageRunner.Call call = new StageRunner.Call(Stage.CONNECT, Operation.CONNECT, local, remote);
        return new StageFailure(Stage.CONNECT, lane.failed(call, started, e), e);
    }

    private void discard() {
        try {
            channel.close();
        } catch (IOException e) {
            // The descriptor is given back all the same: close(2).
        }
    }
}
