package dev.lifeline.play.pool;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.record.DeadlineClock;
import dev.lifeline.record.Failures;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server with worker threads. Each has one connection at a time and keeps it until that ends, whether or not anything is asked.
///
/// Threads: one for each worker, and one more for the boss where there is one; all of them are gone after [#close].
public final class WorkerPool implements AutoCloseable {

    static final long CLOSE_NANOS = 2_000_000_000L;
    static final long LOOK_MILLIS = 20;
    /// The clock of deadlines may stand meanwhile.
    private static final long LOOK_NANOS = LOOK_MILLIS * 1_000_000;
    private static final byte[] NOTHING = {};

    private final PoolPlan plan;
    private final LaneRecorder lane;
    private final Gates gates;
    private final Endpoint local;
    private final Intake intake;
    private final PoolBook book;
    private final List<Thread> threads = new ArrayList<>();

    private WorkerPool(PoolPlan plan, LaneRecorder lane, Gates gates, Endpoint local, Intake intake) {
        this.plan = plan;
        this.lane = lane;
        this.gates = gates;
        this.local = local;
        this.intake = intake;
        this.book = new PoolBook(plan.workers(), plan.queue());
    }

    /// Listens, and starts the threads: they are in the network namespace of the calling one.
    ///
    /// @param lane the server's, of no connection
    /// @throws StageFailure when it cannot listen there; that is recorded
    public static WorkerPool open(PoolPlan plan, LaneRecorder lane, Gates gates, Reception reception)
            throws StageFailure, IOException, InterruptedException {
        ServerSocketChannel listening = ServerSocketChannel.open();
        boolean running = false;
        try {
            lane.mark(new LoopEvent.SocketOpened(SocketPurpose.LISTENING));
            StageRunner.Call bind = new StageRunner.Call(Stage.BIND, Operation.BIND, Endpoint.of(plan.address()), null);
            Endpoint local = new StageRunner(lane, gates).run(bind, () -> {
                listening.bind(plan.address(), plan.backlog());
                listening.configureBlocking(false);
                Endpoint bound = Endpoint.of((InetSocketAddress) listening.getLocalAddress());
                return new StageRunner.Result<>(bound, new Outcome.Listening(bound, plan.backlog()));
            });
            WorkerPool pool = new WorkerPool(plan, lane, gates, local, new Intake(listening, local, lane, gates, reception));
            lane.mark(new LoopEvent.PoolOpened(local, plan.workers(), plan.boss(), plan.queue()));
            pool.begin();
            running = true;
            return pool;
        } finally {
            if (!running) {
                listening.close();
            }
        }
    }

    private void begin() {
        for (int i = 1; i <= plan.workers(); i++) {
            int number = i;
            threads.add(thread("worker-" + i, () -> work(number)));
        }
        if (plan.boss()) {
            threads.add(thread("boss", this::accept));
        }
        for (Thread each : threads) {
            each.start();
        }
    }

    private Thread thread(String what, Runnable work) {
        return Thread.ofPlatform().daemon().name("lifeline-pool-" + local.port() + "-" + what).unstarted(work);
    }

    /// The address, with the port that it really has.
    public Endpoint address() {
        return local;
    }

    /// The workers that have a connection now.
    public int busy() {
        return book.busy();
    }

    /// The connections that wait in the program for a worker now.
    public int queued() {
        return book.queued();
    }

    /// The boss: accepts, and queues.
    private void accept() {
        try {
            while (plan.closesWhenFull() || book.awaitRoom(lane)) {
                Accepted next = intake.next();
                if (next == null) {
                    return;
                }
                if (!book.put(next)) {
                    close(next);
                }
            }
        } catch (InterruptedException e) {
            // The pool ends.
        } catch (RuntimeException e) {
            broke("the boss", e);
        }
    }

    private void work(int worker) {
        try {
            for (Accepted next = take(worker); next != null; next = take(worker)) {
                try {
                    serve(next);
                } catch (RuntimeException e) {
                    broke("worker " + worker, e);
                } finally {
                    book.freed(worker, next.lane());
                }
            }
        } catch (InterruptedException e) {
            // The pool ends.
        }
    }

    private Accepted take(int worker) throws InterruptedException {
        if (plan.boss()) {
            return book.take(worker);
        }
        Accepted next = intake.next();
        if (next != null) {
            book.took(worker, next.lane());
        }
        return next;
    }

    private void serve(Accepted next) throws InterruptedException {
        WorkerStream stream = stream(next);
        if (stream == null) {
            return;
        }
        try {
            boolean more = true;
            while (more) {
                byte[] request = stream.read();
                byte[] answer = request == null ? NOTHING : plan.handler().handle(request, stream);
                if (answer.length > 0) {
                    stream.write(answer);
                }
                more = request != null && plan.keepAlive();
            }
        } catch (StageFailure recorded) {
            // This connection is of no more use.
        } finally {
            stream.close();
        }
    }

    private WorkerStream stream(Accepted next) {
        try {
            return new WorkerStream(next.channel(), new StageRunner(next.lane(), gates), plan.handler().readUntil(),
                    plan.handler().patience());
        } catch (IOException e) {
            next.lane().mark(new RunEvent.Remark("the connection could not be served: " + e.getMessage()));
            return null;
        }
    }

    private void close(Accepted unserved) throws InterruptedException {
        WorkerStream stream = stream(unserved);
        if (stream != null) {
            stream.close();
        }
    }

    private void broke(String who, RuntimeException e) {
        lane.mark(new RunEvent.Remark(who + " of the pool broke: " + e.getClass().getName()));
    }

    /// Waits until no connection is with a worker or queued for one.
    ///
    /// @param nanos how long at most
    public void settle(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        while ((book.busy() > 0 || book.queued() > 0) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /// Accepts no more, serves what was accepted until that ends, and closes what has not ended by then.
    ///
    /// @param drainNanos how long that may take
    public void stopGracefully(long drainNanos) throws InterruptedException {
        intake.close();
        book.end();
        long end = DeadlineClock.now() + drainNanos;
        for (Thread each : threads) {
            for (long left = end - DeadlineClock.now(); left > 0 && each.isAlive(); left = end - DeadlineClock.now()) {
                TimeUnit.NANOSECONDS.timedJoin(each, Math.min(left, LOOK_NANOS));
            }
        }
        close();
    }

    /// Closes everything, records it, and waits for the threads, two seconds at most. Calling it again does nothing. An interrupt does
    /// not cut it short; it is kept for the caller.
    @Override
    public void close() {
        book.end();
        for (Thread each : threads) {
            each.interrupt();
        }
        intake.close();
        boolean interrupted = Thread.interrupted();
        try {
            join();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        rest();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void join() throws InterruptedException {
        long end = System.nanoTime() + CLOSE_NANOS;
        for (Thread each : threads) {
            TimeUnit.NANOSECONDS.timedJoin(each, Math.max(1, end - System.nanoTime()));
        }
    }

    /// Closes what no worker took: it has waited in vain.
    private void rest() {
        for (PoolBook.Queued each : book.rest()) {
            Accepted unserved = each.accepted();
            unserved.lane().failed(Stage.WORKER_QUEUE, each.started(),
                    Failures.interrupted(Operation.ACCEPT, unserved.local(), unserved.remote()));
            try {
                close(unserved);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
