package dev.lifeline.run;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.observe.Subject;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.TraceClock;
import dev.lifeline.server.LoopbackServer;
import dev.lifeline.server.ServerOptions;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// One `trace serve`: a loopback server for clients of other programs; a trace for each connection when it is over.
///
/// Threads: [#execute] once, on one thread, which also calls the listener; [#interrupt] on any.
public final class ServeRun {

    private static final int INTERRUPT = -1;

    /// How long the kernel must have said nothing before a connection is shown, and how long it may go on at most.
    private static final long QUIET_NANOS = 5_000_000L;
    private static final long SETTLE_NANOS = 60_000_000L;

    private final ServePlan plan;
    private final InetAddress address;
    private final String tool;
    private final Gates gates = new Gates();
    private final Recorder recorder;
    private final Observation observation;
    private final LaneRecorder server;
    private final BlockingQueue<Integer> closed;
    private final Map<Integer, List<TraceEvent>> open = new TreeMap<>();
    private final BitSet over = new BitSet();
    private long read;
    private volatile String interruptedBy;

    /// A run that is ready to go, and is to be executed: its evidence is at work.
    ///
    /// @param plan what is asked for
    /// @param address a loopback address
    /// @param tool the version of this program
    /// @throws TargetException when evidence that is insisted on is not available
    /// @throws InterruptedException when the thread was interrupted meanwhile
    public ServeRun(ServePlan plan, InetAddress address, String tool) throws TargetException, InterruptedException {
        this.plan = plan;
        this.address = address;
        this.tool = tool;
        this.observation = Observation.prepare(plan.evidence());
        observation.ready();
        this.recorder = Recorder.forConnections(TraceClock.start(), plan.maxConnections());
        this.server = new LaneRecorder(recorder, Lane.SERVER, 0, 0);
        this.closed = new LinkedBlockingQueue<>(ServePlan.MAX_CONNECTIONS + 16);
        observation.start(new Subject(recorder, Mode.SERVER, plan.target().port(), plan.maxConnections()));
    }

    /// Where the server can be held.
    public Gates gates() {
        return gates;
    }

    /// Hears of a server.
    public interface Listener {

        /// The server listens; clients may come.
        void listening(Endpoint address);

        /// A connection is over, or the server ended while it was open.
        void connection(Trace trace);
    }

    /// Serves until the last connection that was asked for, or until the interrupt.
    ///
    /// @param witness hears of every event as it happens, or `null`
    /// @return the whole trace, all connections in one
    public Trace execute(Listener listener, RunObserver witness) {
        ConnectTarget target = plan.target();
        Follower follower = null;
        try (recorder; observation) {
            try (LoopbackServer serving = LoopbackServer.open(server, gates, options())) {
                target = new ConnectTarget(serving.address().address(), serving.address().port());
                follower = Follower.start(recorder, header(target), witness);
                listener.listening(serving.address());
                serve(target, listener);
            } catch (StageFailure recorded) {
                // It could not listen: that is in the recording.
                follower = Follower.start(recorder, header(target), witness);
            } catch (InterruptedException e) {
                server.mark(new RunEvent.Interrupted(interruptedBy == null ? "INT" : interruptedBy));
            }
        }
        collect();
        for (Integer number : List.copyOf(open.keySet())) {
            if (number > 0) {
                listener.connection(trace(target, open.get(number)));
            }
        }
        if (follower != null) {
            follower.finish();
        }
        return trace(target, recorder.from(0));
    }

    private void serve(ConnectTarget target, Listener listener) throws InterruptedException {
        for (int done = 0; done < plan.maxConnections(); done++) {
            int number = closed.take();
            if (number == INTERRUPT) {
                throw new InterruptedException();
            }
            settle();
            collect();
            List<TraceEvent> events = open.remove(number);
            over.set(number);
            if (events != null) {
                listener.connection(trace(target, events));
            }
        }
    }

    /// The kernel speaks of the end of a connection a little later than the program: waits until it has been quiet for a moment.
    private void settle() throws InterruptedException {
        if (!observation.watches()) {
            return;
        }
        long end = System.nanoTime() + SETTLE_NANOS;
        long seen = recorder.from(read).size();
        boolean more = true;
        while (more && System.nanoTime() < end) {
            recorder.await(read + seen, QUIET_NANOS);
            long now = recorder.from(read).size();
            more = now > seen;
            seen = now;
        }
    }

    private void collect() {
        List<TraceEvent> fresh = recorder.from(read);
        read += fresh.size();
        for (TraceEvent event : fresh) {
            if (event.connection() > 0 && over.get(event.connection())) {
                continue; // the kernel's last words on a connection that was shown; they are in the whole trace
            }
            open.computeIfAbsent(event.connection(), number -> new ArrayList<>()).add(event);
        }
    }

    private Trace trace(ConnectTarget target, List<TraceEvent> events) {
        return new Trace(header(target), events, true);
    }

    private TraceHeader header(ConnectTarget target) {
        return Headers.serve(target, tool, recorder.clock(), observation.statuses());
    }

    private ServerOptions options() {
        return ServerOptions.on(address, plan.target().port())
                .withBehaviour(plan.server().behaviour())
                .withBacklog(plan.server().backlog())
                .withMaxConnections(plan.maxConnections())
                .withIdleTimeout(plan.idleTimeout())
                .withOnClosed(closed::offer);
    }

    /// Ends the server. Connections that are open are closed and shown as far as they got.
    ///
    /// @param signal `INT`, `TERM` or `HUP`
    public void interrupt(String signal) {
        interruptedBy = signal;
        closed.offer(INTERRUPT);
    }
}
