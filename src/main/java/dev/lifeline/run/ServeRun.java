package dev.lifeline.run;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.observe.Tracing;
import dev.lifeline.record.StageFailure;
import dev.lifeline.server.LoopbackServer;
import dev.lifeline.server.ServerOptions;
import dev.lifeline.text.Durations;
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
    private static final int DRAINED = -2;

    /// The time that a server of HTTP says that it will stop before it does, and the time that its connections may then take to end.
    private static final long NOTICE_NANOS = 500_000_000L;
    private static final long DRAIN_NANOS = 10_000_000_000L;

    /// The time that the kernel must have said nothing before a connection is shown, and the time that it may go on at most.
    private static final long QUIET_NANOS = 5_000_000L;
    private static final long SETTLE_NANOS = 60_000_000L;

    /// The time that connections may still be shown in when somebody has ended the run; the rest is only counted.
    private static final long SHOWING_NANOS = 300_000_000L;

    private final ServePlan plan;
    private final InetAddress address;
    private final String tool;
    private final RunSession session;
    private final BlockingQueue<Integer> closed;
    private final Map<Integer, List<TraceEvent>> open = new TreeMap<>();
    private final BitSet over = new BitSet();
    private long read;
    private volatile boolean ending;
    private volatile boolean drains;
    private volatile boolean asked;
    private volatile LoopbackServer server;

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
        Observation observation = Observation.prepare(plan.evidence(), Tracing.SERVE);
        observation.ready();
        this.session = new RunSession(observation, plan.maxConnections());
        this.closed = new LinkedBlockingQueue<>(ServePlan.MAX_CONNECTIONS + 16);
        session.watch(Mode.SERVER, plan.target().port(), plan.maxConnections());
    }

    /// The frame of the run: its recorder, and the gates where the server can be held.
    public RunSession session() {
        return session;
    }

    /// The server; `null` before it listens.
    public LoopbackServer server() {
        return server;
    }

    /// Hears of a server.
    public interface Listener {

        /// The server listens; clients may come.
        void listening(Endpoint address);

        /// A connection is over, or the server ended while it was open.
        void connection(Trace trace);

        /// Somebody ended the server.
        ///
        /// @param closed how many connections were open, and were closed by that
        /// @param untold how many connections nothing is told of here; they are in the whole trace
        void ended(int closed, int untold);
    }

    /// Serves until the last connection that was asked for, or until the interrupt.
    ///
    /// @param witness hears of every event as it happens, or `null`
    /// @return the whole trace, all connections in one
    public Trace execute(Listener listener, RunObserver witness) {
        Serving work = new Serving(listener, witness);
        session.run(Lane.SERVER, work);
        collect();
        showRest(work, listener);
        if (work.follower != null) {
            work.follower.finish();
        }
        return trace(work.target, session.recorder().from(0));
    }

    private void showRest(Serving work, Listener listener) {
        long end = System.nanoTime() + SHOWING_NANOS;
        int untold = 0;
        for (Map.Entry<Integer, List<TraceEvent>> each : open.entrySet()) {
            if (each.getKey() > 0 && ending && System.nanoTime() > end) {
                untold++;
            } else if (each.getKey() > 0) {
                listener.connection(trace(work.target, each.getValue()));
            }
        }
        if (ending) {
            listener.ended(server == null ? 0 : server.closedOpen(), untold);
        }
    }

    /// The server, until its last connection.
    private final class Serving implements RunSession.Work {
        private final Listener listener;
        private final RunObserver witness;
        private Target target = plan.target();
        private Follower follower;

        Serving(Listener listener, RunObserver witness) {
            this.listener = listener;
            this.witness = witness;
        }

        @Override
        public void perform() throws InterruptedException {
            try (LoopbackServer opened = LoopbackServer.open(session.lane(Lane.SERVER), session.gates(), options())) {
                server = opened;
                target = new Target(opened.address().address(), opened.address().port());
                follow();
                listener.listening(opened.address());
                serve(target, listener);
            } catch (StageFailure recorded) {
                // It could not listen: that is in the recording.
                follow();
            }
        }

        private void follow() {
            follower = Follower.start(session.recorder(), header(target), witness);
        }

        /// The thread may be telling the listener, whose writes an interrupt would break.
        @Override
        public void interrupt(Thread executing) {
            LoopbackServer opened = server;
            if (drains && opened != null) {
                drains = false;
                Thread.ofPlatform().daemon().name("lifeline-drain").start(() -> drain(opened));
                return;
            }
            ending = true;
            if (opened != null) {
                opened.stop();
            }
            closed.offer(INTERRUPT);
            session.gates().dismantle();
        }
    }

    /// Ends as a server should that others count on; the run is not interrupted by it where all connections came to their ends.
    private void drain(LoopbackServer opened) {
        session.lane(Lane.SERVER).mark(new RunEvent.Remark("SIGTERM: /health says 503 from now on; in "
                + Durations.text(NOTICE_NANOS) + " the server accepts no more, and lets its connections end"));
        try {
            opened.stopGracefully(NOTICE_NANOS, DRAIN_NANOS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ending |= opened.closedOpen() > 0;
        closed.offer(ending ? INTERRUPT : DRAINED);
    }

    private void serve(Target target, Listener listener) throws InterruptedException {
        for (int done = 0; done < plan.maxConnections(); done++) {
            int number = closed.take();
            if (number == INTERRUPT || ending) {
                throw new InterruptedException();
            }
            if (number == DRAINED) {
                return;
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
        if (!session.observation().watches()) {
            return;
        }
        long end = System.nanoTime() + SETTLE_NANOS;
        long seen = session.recorder().from(read).size();
        boolean more = true;
        while (more && !ending && System.nanoTime() < end) {
            session.recorder().await(read + seen, QUIET_NANOS);
            long now = session.recorder().from(read).size();
            more = now > seen;
            seen = now;
        }
    }

    private void collect() {
        List<TraceEvent> fresh = session.recorder().from(read);
        read += fresh.size();
        for (TraceEvent event : fresh) {
            if (event.connection() > 0 && over.get(event.connection())) {
                continue; // the kernel's last words on a connection that was shown; they are in the whole trace
            }
            open.computeIfAbsent(event.connection(), number -> new ArrayList<>()).add(event);
        }
    }

    private Trace trace(Target target, List<TraceEvent> events) {
        return session.trace(header(target), events);
    }

    private TraceHeader header(Target target) {
        return Headers.serve(target, tool, session.clock(), session.observation().statuses());
    }

    private ServerOptions options() {
        return ServerOptions.on(address, plan.target().port())
                .withBehaviour(plan.server().behaviour())
                .withBacklog(plan.server().backlog())
                .withMaxConnections(plan.maxConnections())
                .withIdleTimeout(plan.idleTimeout())
                .withRules(plan.server().rules())
                .withOnClosed(closed::offer);
    }

    /// Ends the server. Connections that are open are closed and shown as far as they got; with a first `TERM` a server of HTTP lets
    /// them end.
    ///
    /// @param signal `INT`, `TERM` or `HUP`
    /// @return whether it ends at once
    public boolean interrupt(String signal) {
        drains = signal.equals("TERM") && plan.server().isHttp() && !asked;
        boolean now = !drains;
        asked = true;
        session.interrupt(signal);
        return now;
    }
}
