package dev.lifeline.play.pool;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageRunner;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The listening socket of a pool, from which any number of threads accept. Each waits until it is ready and then calls accept: of
/// those that the same connection wakes, one gets it.
final class Intake {

    private static final long BACK_OFF_MILLIS = 50;
    private static final int FAILURES_RECORDED = 64;

    private final ServerSocketChannel listening;
    private final LaneRecorder lane;
    private final Gates gates;
    private final Reception reception;
    private final Endpoint local;
    /// Those of the threads that wait; a channel is closed only where none has it.
    private final List<Selector> waiting = new ArrayList<>();
    private boolean closed;
    private int failures;

    /// @param listening bound, and not blocking; the intake closes it
    Intake(ServerSocketChannel listening, Endpoint local, LaneRecorder lane, Gates gates, Reception reception) {
        this.listening = listening;
        this.local = local;
        this.lane = lane;
        this.gates = gates;
        this.reception = reception;
    }

    /// Waits for a connection.
    ///
    /// @return `null` once the listening socket is closed
    Accepted next() throws InterruptedException {
        while (true) {
            long before = -1;
            try {
                if (!await()) {
                    return null;
                }
                gates.before(Stage.ACCEPT, lane);
                before = lane.now();
                SocketChannel channel = listening.accept();
                if (channel != null) {
                    return accepted(channel, before);
                }
            } catch (ClosedChannelException e) {
                return null;
            } catch (IOException e) {
                failed(before < 0 ? lane.now() : before, e);
                TimeUnit.MILLISECONDS.sleep(BACK_OFF_MILLIS);
            }
        }
    }

    private Accepted accepted(SocketChannel channel, long before) throws IOException {
        boolean done = false;
        try {
            Accepted accepted = new Accepted(channel, reception.accepted(channel, before),
                    Endpoint.of((InetSocketAddress) channel.getLocalAddress()),
                    Endpoint.of((InetSocketAddress) channel.getRemoteAddress()));
            done = true;
            return accepted;
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    private synchronized void failed(long before, IOException e) {
        if (failures++ < FAILURES_RECORDED) {
            long started = lane.mark(before, new StageEvent.Started(Stage.ACCEPT, local, null));
            lane.failed(new StageRunner.Call(Stage.ACCEPT, Operation.ACCEPT, local, null), started, e);
        }
    }

    /// Waits until the listening socket is ready.
    ///
    /// @return `false` once it is closed
    private boolean await() throws IOException, InterruptedException {
        Selector selector = Selector.open();
        try {
            synchronized (this) {
                if (closed) {
                    return false;
                }
                waiting.add(selector);
                listening.register(selector, SelectionKey.OP_ACCEPT);
            }
            selector.select();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            synchronized (this) {
                return !closed;
            }
        } finally {
            leave(selector);
        }
    }

    private void leave(Selector selector) throws IOException {
        synchronized (this) {
            waiting.remove(selector);
            selector.close();
            notifyAll();
        }
    }

    /// Gives the listening socket back, as soon as no thread waits for it any more, two seconds later at most. Calling it again does
    /// nothing.
    synchronized void close() {
        closed = true;
        boolean interrupted = false;
        long end = System.nanoTime() + WorkerPool.CLOSE_NANOS;
        while (!waiting.isEmpty() && System.nanoTime() < end) {
            for (Selector each : waiting) {
                each.wakeup();
            }
            try {
                wait(WorkerPool.LOOK_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        try {
            listening.close();
        } catch (IOException e) {
            // The descriptor is given back all the same: close(2).
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
