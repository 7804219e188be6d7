package dev.lifeline.server;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.socket.Interest;
import dev.lifeline.net.ByteStream;
import dev.lifeline.net.ChannelStream;
import dev.lifeline.net.Layer;
import dev.lifeline.record.Gate;
import dev.lifeline.record.Gates;
import dev.lifeline.record.Halt;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageRunner;
import dev.lifeline.server.secure.SecureServer;
import dev.lifeline.server.secure.TlsFault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The listening socket in the loop: takes all connections that wait each time it is ready, unless something makes it pause.
final class Acceptor {

    /// The number of accepted connections that may be open at a time.
    static final int MAX_OPEN = 1024;

    /// The number of failed accepts that are recorded of a loop that spins; it fails some 100,000 times a second.
    private static final int FAILURES_RECORDED = 64;

    private static final long FIRST_BACK_OFF_NANOS = 100_000_000;
    private static final long LONGEST_BACK_OFF_NANOS = 1_600_000_000;

    private ServerSocketChannel channel;
    private final Endpoint local;
    private final LaneRecorder recorder;
    private final Gates gates;
    private final ServerOptions options;
    private final Responder responder;
    private final EventLoop loop;
    private final SecureServer secure;
    private SelectionKey key;
    private Pause pause;
    private boolean wasLate;
    private long backOff = FIRST_BACK_OFF_NANOS;
    /// The one who waits at a gate that is held may pass it once.
    private boolean letPass;
    private int accepted;
    private int failures;
    /// Ports of clients that a fault has put into the queue: they are closed without a word.
    private volatile Set<Integer> ignored = Set.of();

    private static SecureServer secure(ServerOptions options, LaneRecorder recorder) {
        TlsFault fault = options.behaviour().tls();
        if (fault == null || fault.isPlain()) {
            return null;
        }
        try {
            return SecureServer.of(fault, options.rules().certificates());
        } catch (IOException e) {
            recorder.mark(new RunEvent.Remark("the authority of the certificate is not kept: " + e.getClass().getName()));
            try {
                return SecureServer.of(fault, null);
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /// The TLS of its connections, or `null`.
    SecureServer secure() {
        return secure;
    }

    Acceptor(ServerSocketChannel channel, Endpoint local, LaneRecorder recorder, Gates gates, ServerOptions options,
            EventLoop loop) {
        this.channel = channel;
        this.local = local;
        this.recorder = recorder;
        this.gates = gates;
        this.options = options;
        Responder ordinary = options.behaviour().responder();
        Readiness readiness = options.rules().readiness();
        this.responder = readiness == null ? ordinary : new Responder.Ready(ordinary, readiness);
        this.secure = secure(options, recorder);
        this.loop = loop;
    }

    /// Starts to listen for connections in the loop.
    void begin() throws IOException {
        key = loop.register(channel, this);
        recorder.mark(new LoopEvent.Registered(Interest.ACCEPT));
    }

    /// Connections wait.
    void ready(long wakeUp) {
        if (!channel.isOpen() || pause != null) {
            return;
        }
        // A fault that keeps it from accepting does so also for who may pass the gate.
        Halt halt = gates.areOpen() ? null : gates.fault(Stage.ACCEPT, next(), recorder);
        if (halt == null && !letPass && !gates.areOpen()) {
            halt = gates.arrive(Stage.ACCEPT, Gate.Side.BEFORE, next(), recorder);
        }
        if (halt != null) {
            pause(new Pause.Gated(halt));
        } else if (options.behaviour().acceptDelayNanos() > 0 && !wasLate) {
            wasLate = true;
            long hold = recorder.mark(new HoldEvent.HoldStarted(Stage.ACCEPT, options.behaviour().text()));
            pause(new Pause.Late(hold, loop.clock() + options.behaviour().acceptDelayNanos()));
        } else {
            wasLate = false;
            letPass = false;
            // All are taken before the first is served, so that the times of a burst do not contain each other's work.
            int limit = options.rules().connectionLimit();
            for (Connection connection : takeAll(wakeUp)) {
                if (limit > 0 && loop.openConnections() >= limit) {
                    loop.refuse(connection);
                } else {
                    loop.serve(connection);
                }
            }
        }
    }

    /// Accepts again if the reason for the pause is gone.
    ///
    /// @return when to look again, in nanoseconds of the loop's clock
    long due(long now) {
        if (pause == null) {
            return Long.MAX_VALUE;
        }
        if (pause.isOver(now)) {
            resume();
            return Long.MAX_VALUE;
        }
        return pause.until();
    }

    /// Gives the listening socket back; connections that still wait in its queue are reset by the kernel.
    void close() {
        endPause();
        loop.discard(channel, channel.isRegistered());
    }

    /// Nobody will answer any more.
    void end() {
        responder.over();
    }

    /// Listens once more, on the same address.
    ///
    /// @throws IOException when that cannot be had any more
    void listenAgain() throws IOException {
        ServerSocketChannel again = ServerSocketChannel.open();
        boolean done = false;
        try {
            again.bind(new InetSocketAddress(options.address(), local.port()), options.backlog());
            recorder.mark(new LoopEvent.SocketOpened(SocketPurpose.LISTENING));
            channel = again;
            begin();
            done = true;
        } finally {
            if (!done) {
                again.close();
            }
        }
    }

    /// Connections of clients at these ports are closed when they are taken, and not told of.
    void ignore(Set<Integer> ports) {
        ignored = ports;
    }

    private boolean isIgnored(SocketChannel client) throws IOException {
        if (ignored.isEmpty() || !ignored.contains(((InetSocketAddress) client.getRemoteAddress()).getPort())) {
            return false;
        }
        client.close();
        return true;
    }

    private List<Connection> takeAll(long wakeUp) {
        List<Connection> taken = new ArrayList<>(4);
        while (true) {
            if (loop.isStopping()) {
                return taken;
            }
            if (options.maxConnections() > 0 && accepted == options.maxConnections()) {
                recorder.mark(new RunEvent.Remark("connection " + accepted + " is the last: the listening socket is closed"));
                close();
                return taken;
            }
            if (loop.openConnections() + taken.size() >= MAX_OPEN) {
                recorder.mark(new RunEvent.Remark(MAX_OPEN + " connections are open: accept waits until one is closed"));
                pause(new Pause.Full(loop));
                return taken;
            }
            if (!taken.isEmpty() && !gates.areOpen() && gates.reason(Stage.ACCEPT, Gate.Side.BEFORE, next()) != null) {
                // If another waits, the selector says so again, and then it is at the gate.
                return taken;
            }
            long before = recorder.now();
            try {
                SocketChannel client = channel.accept();
                if (client == null) {
                    recorder.mark(new LoopEvent.AcceptLoopEnded(taken.size()));
                    return taken;
                }
                if (isIgnored(client)) {
                    continue;
                }
                taken.add(accepted(before, client, wakeUp, taken.size() + 1));
                backOff = FIRST_BACK_OFF_NANOS;
            } catch (IOException e) {
                failed(before, e);
                return taken;
            }
        }
    }

    /// The lane of the next connection: where several servers share the numbers, it gets one only by being accepted.
    private LaneRecorder next() {
        return options.rules().numbers() == null ? recorder.connection(accepted + 1) : recorder;
    }

    /// Only a call that brought a connection is a stage; so its beginning is recorded when its end is known, with its own time.
    private Connection accepted(long before, SocketChannel client, long wakeUp, int position) throws IOException {
        long after = recorder.now();
        accepted++;
        int number = options.rules().numbers() == null ? accepted : options.rules().numbers().getAsInt();
        LaneRecorder its = recorder.connection(number);
        ByteStream plain = ChannelStream.forLoop(client);
        FourTuple tuple = new FourTuple(plain.local(), plain.remote());
        long started = its.mark(before, new StageEvent.Started(Stage.ACCEPT, local, null));
        its.mark(after, new StageEvent.Finished(Stage.ACCEPT, started, new Outcome.Accepted(tuple, wakeUp, position)));
        if (secure != null) {
            plain = secure.over(plain, its);
        }
        Layer layer = options.rules().layer();
        return new Connection(layer == null ? plain : layer.over(plain), tuple, new ConnectionLog(its, gates, tuple), loop,
                responder, options);
    }

    private void failed(long before, IOException e) {
        if (failures >= FAILURES_RECORDED) {
            failures++;
            return;
        }
        long started = recorder.mark(before, new StageEvent.Started(Stage.ACCEPT, local, null));
        recorder.failed(new StageRunner.Call(Stage.ACCEPT, Operation.ACCEPT, local, null), started, e);
        if (!options.rules().backOff()) {
            failures++;
            if (failures == 1) {
                recorder.mark(new RunEvent.Remark("accept failed: the listener stays ready, so the loop asks again at once"));
            }
            return;
        }
        recorder.mark(new RunEvent.Remark("accept failed: the loop asks again in " + backOff / 1_000_000 + " ms"));
        pause(new Pause.BackingOff(loop.clock() + backOff));
        backOff = Math.min(backOff * 2, LONGEST_BACK_OFF_NANOS);
    }

    private void pause(Pause reason) {
        pause = reason;
        key.interestOps(0);
        loop.lookBy(due(loop.clock()));
    }

    private void resume() {
        letPass |= pause instanceof Pause.Gated gated && gated.halt().mayPass();
        endPause();
        key.interestOps(SelectionKey.OP_ACCEPT);
        recorder.mark(new LoopEvent.Registered(Interest.ACCEPT));
    }

    private void endPause() {
        if (pause != null) {
            pause.end(recorder);
            pause = null;
        }
    }
}
