package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DestroyWatch;
import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.DiagSockets;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.observe.KernelLane;
import dev.lifeline.observe.Subject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Looks between the events of the programs: often while things are new, rarely when nothing changes.
final class Watcher implements Runnable {

    private static final long MILLI = 1_000_000;

    /// How long the end of the run waits for the kernel's last words, and how often it looks.
    private static final long SETTLE_NANOS = 5 * MILLI;
    private static final long SETTLE_PAUSE = MILLI / 5;

    /// Datagrams of destroyed sockets taken in one turn, of whatever program.
    private static final int MAX_DESTROYED = 4096;

    private final SocketTable table;
    private final PendingConnects pending;
    private final DestroyWatch destroys;
    private final KernelLane lane;
    private final PortLooks ports;
    private final Loss loss;
    private final SocketDiag given;
    private final Counters counters;
    private final Thread thread;
    private final WatchPace pace;
    private final AtomicInteger failedConnection = new AtomicInteger();
    private volatile boolean stopping;

    /// @param given closed at the end, after the last question
    /// @param subject how many connections there are, and which counters are asked for
    Watcher(SocketTable table, PendingConnects pending, PortLooks ports, DestroyWatch destroys, KernelLane lane, Loss loss, SocketDiag given,
            Subject subject) {
        this.pace = new WatchPace(!subject.inFull());
        this.counters = new Counters(subject.counters());
        this.table = table;
        this.pending = pending;
        this.ports = ports;
        this.destroys = destroys;
        this.lane = lane;
        this.loss = loss;
        this.given = given;
        this.thread = Thread.ofPlatform().daemon().name("lifeline-sockdiag").unstarted(this);
    }

    /// Begins to watch. What rises from now on has risen in this run, whoever asks first.
    void start() {
        counters.begin();
        thread.start();
    }

    /// Something is new. Any thread.
    void wake() {
        if (pace.wake()) {
            LockSupport.unpark(thread);
        }
    }

    /// A connect failed: its reason may be in the counters. Any thread.
    void connectFailed(int connection) {
        failedConnection.set(connection);
        LockSupport.unpark(thread);
    }

    /// Has it settle and end.
    ///
    /// @param millis how long to wait for that
    void stop(long millis) throws InterruptedException {
        stopping = true;
        LockSupport.unpark(thread);
        thread.join(millis);
    }

    @Override
    public void run() {
        try {
            while (!stopping && !loss.isStopped()) {
                pace.turns();
                long pause = pace.rest(turn());
                if (!stopping) {
                    LockSupport.parkNanos(pause);
                }
            }
            settle();
        } catch (RuntimeException | Error e) {
            loss.all("the watch broke: " + e);
        } finally {
            giveBack();
        }
    }

    /// @return whether something was new
    private boolean turn() {
        boolean news = takeDestroyed();
        if (!pending.isEmpty()) {
            for (PendingConnects.Stuck each : pending.look(lane.now())) {
                table.connected(each.connection(), each.attempt(), each.tuple(), Look.BETWEEN);
                news = true;
            }
        }
        news |= table.turn();
        // A connect that fails from here on finds its counters in the next turn.
        int failed = failedConnection.getAndSet(0);
        // While a connect waits, each SYN that is sent again may have been dropped and counted.
        int wanting = failed != 0 ? failed : news ? pending.stuckConnection() : 0;
        if (wanting != 0) {
            tellCounters(wanting);
        }
        ports.look(false);
        return news;
    }

    private boolean takeDestroyed() {
        boolean news = false;
        for (int i = 0; i < MAX_DESTROYED; i++) {
            DiagSockets sockets = destroys.poll();
            for (DiagSocket socket : sockets.sockets()) {
                news |= table.destroyed(socket);
            }
            if (sockets.lack() != null && table.awaitsDestruction()) {
                loss.some("the last words of destroyed sockets: " + sockets.lack());
            } else if (sockets.lack() == null && sockets.sockets().isEmpty()) {
                return news;
            }
        }
        return news;
    }

    /// Records which counters have risen since they were last told. Any thread.
    void tellCounters(int connection) {
        for (KernelEvent.CounterRose rose : counters.risen()) {
            lane.record(lane.now(), connection, 0, rose);
        }
    }

    private void settle() {
        ports.look(true);
        long end = System.nanoTime() + SETTLE_NANOS;
        turn();
        while (!loss.isStopped() && !table.isSettled() && System.nanoTime() < end) {
            LockSupport.parkNanos(SETTLE_PAUSE);
            turn();
        }
        tellCounters(0);
    }

    private void giveBack() {
        loss.end();
        pending.close();
        destroys.close();
        counters.close();
        given.close();
    }
}
