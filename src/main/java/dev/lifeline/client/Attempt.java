package dev.lifeline.client;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.race.Input;
import dev.lifeline.record.Failures;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.record.StageRunner.Call;
import dev.lifeline.record.StageRunner.Result;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.Queue;

/// One attempt of a race on a real socket: opens it, binds it where a source is given, connects it, reports once.
///
/// Threads: [#run] on any one thread, [#abandon] on any; the results are for the thread that took the report.
final class Attempt implements Runnable {

    private final StageRunner runner;
    private final int number;
    private final Endpoint candidate;
    private final Origin origin;
    private final DeadlineRule deadline;
    private final Queue<Input> reports;

    private final Object lock = new Object();
    private SocketChannel channel;
    private Thread thread;
    private volatile boolean abandoned;

    private FourTuple tuple;
    private AttemptFailure failure;
    private RuntimeException defect;

    /// The end of the wait for the handshake.
    ///
    /// @param nanos how long it may take
    /// @param race the end of the race as a whole; `null` where the time begins with this attempt's own connect, so that a
    ///     hold before it takes nothing away
    record DeadlineRule(long nanos, Deadline race) {
        Deadline begin() {
            return race == null ? Deadline.in(nanos) : race;
        }
    }

    /// @param origin what the socket is before it connects
    /// @param reports where [Input.Connecting] and then one [Input.Connected] or [Input.Failed] go
    Attempt(StageRunner runner, int number, Endpoint candidate, Origin origin, DeadlineRule deadline,
            Queue<Input> reports) {
        this.runner = runner;
        this.number = number;
        this.candidate = candidate;
        this.origin = origin;
        this.deadline = deadline;
        this.reports = reports;
    }

    int number() {
        return number;
    }

    /// The connection as this side sees it, or `null` where there is none.
    FourTuple tuple() {
        return tuple;
    }

    /// The reason for which there is no connection, or `null` where there is one.
    AttemptFailure failure() {
        return failure;
    }

    /// An error of this program rather than of the network, or `null`.
    RuntimeException defect() {
        return defect;
    }

    /// The connected channel.
    SocketChannel channel() {
        synchronized (lock) {
            return channel;
        }
    }

    /// Runs the attempt on a daemon thread of its own.
    void fork() {
        Thread own = new Thread(this, "lifeline-client-attempt-" + number);
        own.setDaemon(true);
        synchronized (lock) {
            thread = own;
        }
        own.start();
    }

    @Override
    public void run() {
        Input report = new Input.Failed(number);
        try {
            tuple = connect();
            report = new Input.Connected(number);
        } catch (StageFailure e) {
            failure = new AttemptFailure(number, candidate, e.stage(), e.failure());
        } catch (InterruptedException e) {
            failure = new AttemptFailure(number, candidate, Stage.CONNECT,
                    Failures.interrupted(Operation.CONNECT, null, candidate));
            // The calling thread of an attempt that has none of its own must still find out.
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            defect = e;
        } finally {
            if (tuple == null) {
                closeChannel();
            }
            reports.add(report);
        }
    }

    /// Gives the attempt up: its channel is closed, whatever it was doing, and an open stage ends with INTERRUPTED.
    void abandon() {
        abandoned = true;
        closeChannel();
        synchronized (lock) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /// Waits for the thread to end; does nothing where there is none.
    ///
    /// @param millis how long at most
    void join(long millis) throws InterruptedException {
        Thread own;
        synchronized (lock) {
            own = thread;
        }
        if (own != null) {
            own.join(millis);
        }
    }

    private FourTuple connect() throws StageFailure, InterruptedException {
        SocketChannel opened = open();
        Endpoint local = origin.source() == null ? null : bind(opened, origin.source());
        // Held only when the race has heard of it: others would begin attempts for which there is no reason.
        return runner.runToEnd(new Call(Stage.CONNECT, Operation.CONNECT, local, candidate), () -> {
            try {
                reports.add(new Input.Connecting(number, runner.recorder().now()));
                handshake(opened);
                FourTuple connected = new FourTuple(NumericAddress.endpoint(opened.getLocalAddress()),
                        NumericAddress.endpoint(opened.getRemoteAddress()));
                return new Result<>(connected, new Outcome.Connected(connected));
            } catch (IOException e) {
                throw unlessGivenUp(e);
            }
        });
    }

    private SocketChannel open() throws StageFailure, InterruptedException {
        try {
            SocketChannel opened = newChannel();
            synchronized (lock) {
                channel = opened;
            }
            if (abandoned) {
                throw new InterruptedException();
            }
            runner.recorder().mark(new LoopEvent.SocketOpened(SocketPurpose.CONNECTING));
            origin.setup().prepare(opened);
            return opened;
        } catch (IOException e) {
            Stage stage = origin.source() == null ? Stage.CONNECT : Stage.BIND;
            return runner.run(new Call(stage, Operation.SOCKET, null, candidate), () -> {
                throw e;
            });
        }
    }

    /// A socket for both families, as plain Java has it, unless the source address decides the family.
    private SocketChannel newChannel() throws IOException {
        if (origin.anyAddress()) {
            return SocketChannel.open();
        }
        try {
            return SocketChannel.open(
                    candidate.family() == Family.IPV6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        } catch (UnsupportedOperationException e) {
            throw new SocketException(e.getMessage(), e);
        }
    }

    private Endpoint bind(SocketChannel opened, InetSocketAddress source) throws StageFailure, InterruptedException {
        return runner.run(new Call(Stage.BIND, Operation.BIND, Endpoint.of(source), null), () -> {
            try {
                opened.bind(source);
                Endpoint local = NumericAddress.endpoint(opened.getLocalAddress());
                return new Result<>(local, new Outcome.Bound(local));
            } catch (IOException e) {
                throw unlessGivenUp(e);
            }
        });
    }

    /// The connect of the socket adaptor takes a time limit, so that no attempt needs a second thread that watches it.
    private void handshake(SocketChannel opened) throws IOException {
        Deadline end = deadline.begin();
        if (end.passed()) {
            throw end.exception();
        }
        try {
            opened.socket().connect(NumericAddress.of(candidate), (int) Math.min(end.millis(), Integer.MAX_VALUE));
        } catch (SocketTimeoutException e) {
            throw end.exception();
        }
    }

    private IOException unlessGivenUp(IOException e) throws InterruptedException {
        if (abandoned || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        return e;
    }

    private void closeChannel() {
        SocketChannel closing = channel();
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException e) {
                // The descriptor is given back all the same: close(2).
            }
        }
    }
}
