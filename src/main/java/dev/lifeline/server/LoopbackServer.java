package dev.lifeline.server;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.record.DeadlineClock;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.server.secure.SecureServer;
import dev.lifeline.server.turn.ClosedCount;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// A server on this machine whose every step is recorded: listening socket, wake-ups, accepts, reads, writes and closes.
///
/// It runs one event loop on one daemon thread, `lifeline-server-PORT`. The methods may be called from any thread.
public final class LoopbackServer implements AutoCloseable {

    private static final long CLOSE_NANOS = 2_000_000_000L;
    private static final long LOOK_NANOS = 50_000_000;

    private final Endpoint address;
    private final EventLoop loop;
    private final ClosedCount closed;
    private final Thread thread;
    private final Gates gates;
    private final Runnable wakeUp;
    private final Readiness readiness;
    private final int backlog;

    private LoopbackServer(Endpoint address, EventLoop loop, ClosedCount closed, Thread thread, Gates gates,
            Runnable wakeUp, ServerOptions options) {
        this.address = address;
        this.loop = loop;
        this.closed = closed;
        this.thread = thread;
        this.gates = gates;
        this.wakeUp = wakeUp;
        this.readiness = options.rules().readiness();
        this.backlog = options.backlog();
    }

    /// Binds, listens and starts the loop. What Java calls bind does both `bind(2)` and `listen(2)`: one stage, [Stage#BIND].
    ///
    /// @param recorder the server's lane; connections are numbered from 1 in the order of accept
    /// @param gates where the server can be held: before [Stage#ACCEPT], connections wait in the kernel's queue; at a stage of a
    ///     connection, that connection waits; the loop goes on
    /// @throws StageFailure when the address cannot be had (EADDRINUSE, EACCES, EADDRNOTAVAIL); it is recorded already
    /// @throws InterruptedException when the thread was interrupted while it was held at [Stage#BIND]
    public static LoopbackServer open(LaneRecorder recorder, Gates gates, ServerOptions options)
            throws StageFailure, InterruptedException {
        StageRunner runner = new StageRunner(recorder, gates);
        Endpoint wanted = Endpoint.of(options.address(), options.port());
        Sockets sockets = openSockets(runner, wanted);
        boolean running = false;
        try {
            recorder.mark(new LoopEvent.SocketOpened(SocketPurpose.LISTENING));
            Endpoint local = runner.run(new StageRunner.Call(Stage.BIND, Operation.BIND, wanted, null), () -> {
                sockets.listening().bind(new InetSocketAddress(options.address(), options.port()), options.backlog());
                Endpoint bound = Endpoint.of((InetSocketAddress) sockets.listening().getLocalAddress());
                return new StageRunner.Result<>(bound, new Outcome.Listening(bound, options.backlog()));
            });
            ClosedCount closed = new ClosedCount();
            EventLoop loop = new EventLoop(sockets.selector(), sockets.listening(), local, recorder, gates, options, closed);
            Runnable wakeUp = loop::wakeUp;
            gates.addLoop(wakeUp);
            String name = "lifeline-server-".concat(Integer.toString(local.port()));
            Thread thread = Thread.ofPlatform().daemon().name(name).start(loop);
            running = true;
            return new LoopbackServer(local, loop, closed, thread, gates, wakeUp, options);
        } finally {
            if (!running) {
                sockets.close();
            }
        }
    }

    /// The address of the server, with the port that it really has.
    public Endpoint address() {
        return address;
    }

    /// The TLS of its connections, or `null`.
    public SecureServer secure() {
        return loop.secure();
    }

    /// Waits until so many connections are over and recorded, the server is closed, or the time is up.
    ///
    /// @param count how many, counted from the start of the server
    /// @param timeoutNanos how long at most, in nanoseconds
    /// @return whether so many are over
    /// @throws InterruptedException when the waiting thread is interrupted
    public boolean awaitConnections(int count, long timeoutNanos) throws InterruptedException {
        return closed.await(count, timeoutNanos);
    }

    /// Keeps the loop's thread busy with work, and waits until it is done: meanwhile nothing is accepted, read or answered.
    /// Records a remark at its beginning and end.
    ///
    /// @param nanos for how long
    /// @param begun called on the loop's thread when it begins
    /// @throws InterruptedException when the waiting thread is interrupted; the work goes on
    public void busy(long nanos, Runnable begun) throws InterruptedException {
        await(() -> {
            begun.run();
            loop.busy(nanos, null);
        }, nanos + CLOSE_NANOS);
    }

    /// Closes the listening socket, and opens it again on the same address: meanwhile connects are refused, and connections that wait in
    /// its queue are reset by the kernel.
    ///
    /// @param listens whether it is to listen
    /// @throws IOException when the address cannot be had any more
    /// @throws InterruptedException when the waiting thread is interrupted
    public void listen(boolean listens) throws IOException, InterruptedException {
        AtomicReference<IOException> failed = new AtomicReference<>();
        await(() -> {
            try {
                if (listens) {
                    loop.listenAgain();
                } else {
                    loop.stopListening();
                }
            } catch (IOException e) {
                failed.set(e);
            }
        }, CLOSE_NANOS);
        if (failed.get() != null) {
            throw failed.get();
        }
    }

    /// The length that was asked for of its accept queue.
    public int backlog() {
        return backlog;
    }

    /// Has connections of clients at these ports closed when they are taken, without a word in the recording.
    public void ignore(Set<Integer> ports) {
        loop.ignore(ports);
    }

    /// Stops as a server should that others count on: readiness turns 503, after a notice the listening socket is closed,
    /// connections that are open may end by themselves; what is then still open is closed.
    ///
    /// @param noticeNanos how long it goes on accepting while it says that it is not ready
    /// @param drainNanos how long open connections may take to end
    public void stopGracefully(long noticeNanos, long drainNanos) throws InterruptedException {
        loop.leave();
        if (readiness != null) {
            readiness.stopping();
        }
        long noticed = DeadlineClock.now() + noticeNanos;
        for (long left = noticeNanos; left > 0; left = noticed - DeadlineClock.now()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(left, LOOK_NANOS));
        }
        await(loop::stopAccepting, CLOSE_NANOS);
        long end = DeadlineClock.now() + drainNanos;
        while (isServing() && DeadlineClock.now() < end) {
            closed.await(closed.count() + 1, Math.min(LOOK_NANOS, end - DeadlineClock.now()));
        }
        close();
    }

    /// Waits until the loop has taken what waits for it, and every connection is over.
    ///
    /// @param nanos how long at most
    /// @return whether that is so
    public boolean settle(long nanos) throws InterruptedException {
        // Sockets that are ready are served in the turn that does the first task; the second finds that done.
        await(() -> { }, nanos);
        long end = System.nanoTime() + nanos;
        while (isServing()) {
            if (System.nanoTime() > end) {
                return false;
            }
            closed.await(closed.count() + 1, Math.min(LOOK_NANOS, nanos));
        }
        return true;
    }

    private boolean isServing() throws InterruptedException {
        AtomicBoolean serving = new AtomicBoolean();
        await(() -> serving.set(loop.openConnections() > 0), CLOSE_NANOS);
        return serving.get();
    }

    /// Has the loop's thread do something, and waits for it.
    private void await(Runnable task, long nanos) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        boolean taken = loop.execute(() -> {
            try {
                task.run();
            } finally {
                done.countDown();
            }
        });
        long end = System.nanoTime() + nanos;
        while (taken && thread.isAlive() && System.nanoTime() < end && !done.await(LOOK_NANOS, TimeUnit.NANOSECONDS)) {
            continue;
        }
    }

    /// Has the server begin to close, and does not wait for it: nothing more is accepted from now on.
    public void stop() {
        loop.interrupt();
    }

    /// The number of connections that were open when the server was closed, and that it closed.
    public int closedOpen() {
        return loop.openAtEnd();
    }

    /// Closes every connection, the listening socket and the loop, records it, and waits for the loop's thread, two seconds at
    /// most. Calling it again does nothing. An interrupt does not cut it short; it is kept for the caller.
    @Override
    public void close() {
        gates.removeLoop(wakeUp);
        loop.stop();
        if (Thread.currentThread() == thread) {
            return;
        }
        boolean interrupted = false;
        long deadline = System.nanoTime() + CLOSE_NANOS;
        long left = CLOSE_NANOS;
        while (thread.isAlive() && left > 0) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(thread, left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            left = deadline - System.nanoTime();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Without a descriptor for the socket there is no bind; it is the BIND stage that fails, with the call that did.
    private static Sockets openSockets(StageRunner runner, Endpoint wanted) throws StageFailure, InterruptedException {
        try {
            return Sockets.open();
        } catch (IOException e) {
            return runner.run(new StageRunner.Call(Stage.BIND, Operation.SOCKET, wanted, null), () -> {
                throw e;
            });
        }
    }

    /// The sockets that the loop needs of the kernel.
    private record Sockets(ServerSocketChannel listening, Selector selector) {

        static Sockets open() throws IOException {
            ServerSocketChannel listening = ServerSocketChannel.open();
            try {
                return new Sockets(listening, Selector.open());
            } catch (IOException e) {
                listening.close();
                throw e;
            }
        }

        void close() {
            try {
                selector.close();
                listening.close();
            } catch (IOException e) {
                // Linux gives the descriptor back even when close(2) fails; the failure that matters is thrown already.
            }
        }
    }
}
