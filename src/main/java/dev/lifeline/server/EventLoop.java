package dev.lifeline.server;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.loop.LoopPhase;
import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.AddedFault;
import dev.lifeline.record.DeadlineClock;
import dev.lifeline.record.Faults;
import dev.lifeline.record.Gates;
import dev.lifeline.record.Halt;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.server.secure.SecureServer;
import dev.lifeline.server.turn.ClosedCount;
import dev.lifeline.server.turn.LaterWork;
import dev.lifeline.server.turn.TurnLog;
import dev.lifeline.text.Durations;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;

/// The loop itself: waits until a socket is ready or something is due, and hands it to whom it belongs. Everything but
/// [#stop()] and [#wakeUp()] is for the loop's own thread.
final class EventLoop implements Runnable, LoopWork {

    /// The loop looks so often whether its clock goes on, where something would be due.
    private static final long STANDS_MILLIS = 20;

    /// The most that one read takes: enough for any message of a lesson, and fair to the other connections.
    static final int READ_BYTES = 16 * 1024;

    /// Things that others want done here and that are not done yet.
    private static final int MAX_TASKS = 1024;

    private final Selector selector;
    private final LaneRecorder recorder;
    private final Acceptor acceptor;
    private final ServerOptions options;
    private final ClosedCount closed;
    private final Faults faults;
    private final OpenConnections connections;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
    private final Queue<Runnable> tasks = new LinkedBlockingQueue<>(MAX_TASKS);
    private volatile boolean stopping;
    private volatile boolean interrupted;
    private volatile boolean leaving;
    private volatile int openAtEnd;
    private final TurnLog turns;
    private final LaterWork later;
    private long nextLook = Long.MAX_VALUE;
    /// Nanoseconds for which the clock of deadlines had stood in runs before this one.
    private final long stoodBefore = DeadlineClock.stood();

    /// @param channel bound, and not blocking; the loop closes it
    EventLoop(Selector selector, ServerSocketChannel channel, Endpoint local, LaneRecorder recorder, Gates gates,
            ServerOptions options, ClosedCount closed) {
        this.selector = selector;
        this.recorder = recorder;
        this.options = options;
        this.closed = closed;
        this.faults = gates.faults();
        this.connections = new OpenConnections(recorder, closed, options.onClosed());
        this.turns = new TurnLog(recorder, options.behaviour().tellsPhases());
        this.later = new LaterWork(turns);
        this.acceptor = new Acceptor(channel, local, recorder, gates, options, this);
    }

    @Override
    public void run() {
        try {
            acceptor.begin();
            while (!stopping) {
                turn();
            }
        } catch (IOException | RuntimeException | Error e) {
            remark("the event loop broke: " + e.getClass().getName());
        } finally {
            closeAll();
        }
    }

    /// Has the loop close everything and end. Any thread.
    void stop() {
        stopping = true;
        selector.wakeup();
    }

    /// The same, because somebody interrupted the server: of a connection that is open then, the recording says so.
    void interrupt() {
        interrupted = true;
        stop();
    }

    boolean isInterrupted() {
        return interrupted;
    }

    /// Has the loop look at what is due. Any thread.
    void wakeUp() {
        selector.wakeup();
    }

    @Override
    public boolean execute(Runnable task) {
        boolean taken = !stopping && tasks.offer(task);
        selector.wakeup();
        return taken;
    }

    /// Computes for so long: whatever waits for this loop, waits.
    ///
    /// @param fault for which it does, or `null`
    void busy(long nanos, AddedFault fault) {
        remark("the loop's thread is busy with work for " + Durations.text(nanos) + (fault == null ? "" : ": fault " + fault.number()));
        long end = System.nanoTime() + nanos;
        while (!stopping && System.nanoTime() < end && (fault == null || faults.isOn(fault))) {
            Thread.onSpinWait();
        }
        remark("the loop's thread has done its work");
    }

    /// Closes the listening socket, as long as a fault wants that.
    void stopListening() {
        acceptor.close();
    }

    /// Listens once more.
    void listenAgain() throws IOException {
        if (!stopping) {
            acceptor.listenAgain();
        }
    }

    /// Leaves connections of clients at these ports unserved. Any thread.
    void ignore(Set<Integer> ports) {
        acceptor.ignore(ports);
    }

    /// Takes what still waits in the accept queue, and accepts no more.
    void stopAccepting() {
        acceptor.ready(turns.wakeUps());
        acceptor.close();
        remark("the listening socket is closed; connections that are open may end: " + connections.count());
        connections.leave();
    }

    /// Closes a connection before it is served.
    void refuse(Connection connection) {
        connections.add(connection);
        connection.refuse();
    }

    @Override
    public long clock() {
        return recorder.now() - (DeadlineClock.stood() - stoodBefore);
    }

    @Override
    public void lookBy(long deadline) {
        nextLook = Math.min(nextLook, deadline);
    }

    /// The time of its clock at which the stop is over by itself; [Long#MAX_VALUE] where it is not.
    long due(Halt halt) {
        return halt.until() == Long.MAX_VALUE ? Long.MAX_VALUE : clock() + Math.max(0, halt.until() - recorder.now());
    }

    /// The buffer that all reads share, cleared.
    ByteBuffer buffer() {
        return buffer.clear();
    }

    /// A connection waits at a gate: it is asked after each wake-up if it may go on.
    void holds(Connection connection) {
        connections.holds(connection, true);
    }

    /// A connection waits no more.
    void holdsNoMore(Connection connection) {
        connections.holds(connection, false);
    }

    int openConnections() {
        return connections.count();
    }

    @Override
    public LaterWork later() {
        return later;
    }

    @Override
    public TurnLog turns() {
        return turns;
    }

    @Override
    public boolean isStopping() {
        return stopping;
    }

    /// The server is about to stop. Any thread.
    void leave() {
        leaving = true;
    }

    @Override
    public boolean isLeaving() {
        return leaving;
    }

    /// The TLS of its connections, or `null`.
    SecureServer secure() {
        return acceptor.secure();
    }

    /// The number of connections that the loop closed at its own end. Any thread.
    int openAtEnd() {
        return openAtEnd;
    }

    /// Asks to be woken when there is something to accept.
    SelectionKey register(ServerSocketChannel channel, Acceptor owner) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, SelectionKey.OP_ACCEPT, owner);
    }

    /// Asks to be woken for the stream of a connection.
    void register(ByteStream stream, int interest, Connection owner) throws IOException {
        stream.register(selector, interest, owner);
    }

    void serve(Connection connection) {
        connections.add(connection);
        try {
            connection.begin();
        } catch (RuntimeException e) {
            connection.abandon(e);
        }
    }

    /// Closes a channel or stream now: Java gives the descriptor of a registered channel back only in the next select.
    void close(Closeable channel, boolean registered) throws IOException {
        channel.close();
        if (registered && selector.isOpen()) {
            selector.selectNow();
            // What became ready meanwhile is reported again by the next select.
            selector.selectedKeys().clear();
            // It may have used up the wake-up of a task that was given to the loop meanwhile.
            selector.wakeup();
        }
    }

    /// Closes a channel of which nothing more is expected.
    void discard(Closeable channel, boolean registered) {
        try {
            close(channel, registered);
        } catch (IOException e) {
            remark("close failed: " + e.getClass().getName());
        }
    }

    /// A connection is over, and all of it is recorded.
    void over(Connection connection) {
        connections.over(connection);
    }

    private void turn() throws IOException {
        turns.begin(LoopPhase.TIMERS);
        doTimers();
        turns.begin(LoopPhase.POLL);
        await();
        if (stopping) {
            return;
        }
        doTasks();
        SelectionKey[] ready = selector.selectedKeys().toArray(new SelectionKey[0]);
        selector.selectedKeys().clear();
        if (ready.length > 0) {
            turns.woke(ready, acceptor);
            AddedFault busy = faults.first(FaultKind.BUSY_LOOP, Lane.SERVER);
            if (busy != null) {
                busy(busy.time(), busy);
            }
            for (SelectionKey key : ready) {
                if (stopping) {
                    return;
                }
                serve(key.attachment());
                later.doBetween();
            }
        }
        connections.lookAtHeld();
        turns.begin(LoopPhase.CHECK);
        later.doCheck();
        turns.begin(LoopPhase.CLOSE);
        connections.tellOfEnded(turns);
    }

    private void doTimers() {
        long now = clock();
        long next = acceptor.due(now);
        nextLook = now >= nextLook ? Math.min(next, lookAtConnections(now)) : Math.min(next, nextLook);
        later.doTimers(now);
    }

    private void await() throws IOException {
        long from = turns.now();
        if (later.next() <= clock()) {
            selector.selectNow();
        } else {
            selector.select(timeoutMillis());
        }
        turns.waited(turns.now() - from);
    }

    private void serve(Object owner) {
        long from = turns.now();
        if (owner == acceptor) {
            acceptor.ready(turns.wakeUps());
            turns.did(null, recorder, "accept", from);
        } else {
            Connection connection = (Connection) owner;
            ready(connection);
            turns.did(null, connection.who(), "socket ready", from);
        }
    }

    private void doTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            long from = turns.now();
            task.run();
            turns.did(null, recorder, "task of another thread", from);
            later.doBetween();
        }
    }

    private long lookAtConnections(long now) {
        nextLook = Long.MAX_VALUE;
        long next = connections.due(now);
        return Math.min(nextLook, next);
    }

    private void remark(String text) {
        recorder.mark(new RunEvent.Remark(text));
    }

    /// Rounded up, so that the loop does not wake just before something is due; 0 waits without limit.
    private long timeoutMillis() {
        long next = Math.min(nextLook, later.next());
        if (next == Long.MAX_VALUE) {
            return 0;
        }
        long left = next - clock();
        return Math.max(DeadlineClock.stands() ? STANDS_MILLIS : 1, (left + 999_999) / 1_000_000);
    }

    /// One connection's misfortune is not the others': here as wherever the loop calls a connection.
    private static void ready(Connection connection) {
        try {
            connection.ready();
        } catch (RuntimeException e) {
            connection.abandon(e);
        }
    }

    private void closeAll() {
        // First of all: nobody comes in any more.
        acceptor.close();
        int open = connections.count();
        openAtEnd = open;
        connections.stop();
        try {
            selector.close();
        } catch (IOException e) {
            remark("close failed: " + e.getClass().getName());
        }
        if (open > 0) {
            remark("the server is closed; connections that were still open: " + open);
        }
        acceptor.end();
        connections.tellOfEnded(turns);
        closed.end();
    }
}
