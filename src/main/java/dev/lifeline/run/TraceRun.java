package dev.lifeline.run;

import dev.lifeline.client.Resolver;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.observe.Tracing;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.run.web.Redirects;
import dev.lifeline.run.web.WebPlan;
import dev.lifeline.server.LoopbackServer;
import dev.lifeline.server.ServerOptions;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// One `trace connect`: starts the server where one is asked for, connects as often as asked, and gives the trace. What other
/// programs do with that server meanwhile is counted, and not part of the trace.
///
/// Threads: [#execute] once, on one thread; [#interrupt] on any. When execute returns, every socket and thread of the run is
/// given back, however it ended; only a resolver that hangs in the system keeps its daemon thread until the system answers.
public final class TraceRun {

    /// The time that the server may take to see the end of the last connection before the trace is closed without it.
    private static final long SERVER_END_NANOS = 1_000_000_000L;

    private final ConnectPlan plan;
    private final InetAddress served;
    private final String tool;
    private final Resolver resolver;
    private final RunSession session;
    private final ForeignConnections strangers = new ForeignConnections();
    private long looked;
    private int connections;
    private volatile LoopbackServer server;

    private TraceRun(ConnectPlan plan, InetAddress served, String tool, Resolver resolver, RunSession session) {
        this.plan = plan;
        this.served = served;
        this.tool = tool;
        this.resolver = resolver;
        this.session = session;
    }

    /// A run that is ready to go, and is to be executed: its clock starts now, and its evidence is at work. A server of our own has
    /// looked up its address before.
    ///
    /// @param plan what is asked for
    /// @param tool the version of this program
    /// @param resolver the system's, or a test's
    /// @throws TargetException when a server of our own has no address to listen on, or evidence that is insisted on is not
    ///     available
    /// @throws InterruptedException when the thread was interrupted meanwhile
    public static TraceRun prepare(ConnectPlan plan, String tool, Resolver resolver) throws TargetException, InterruptedException {
        if (plan.count() > 1) {
            NameCache.forgetFailures();
        }
        Observation observation = Observation.prepare(plan.evidence(), plan.server() == null ? Tracing.CONNECT : Tracing.SERVED);
        Warmup warmup = Warmup.start();
        InetAddress served = plan.server() == null ? null : ServedAddress.of(plan, resolver);
        warmup.finish();
        observation.ready();
        RunSession session = new RunSession(observation, plan.count());
        session.watch(plan.server() == null ? Mode.CLIENT : Mode.LOOPBACK, plan.target().port(), plan.count(), asked(plan.target()), Set.of());
        return new TraceRun(plan, served, tool, NativeResolver.insteadOf(resolver, observation), session);
    }

    /// Nanoseconds after which its look-up and its connect give up, each; 0 where they are not the same.
    public long patience() {
        return plan.lookupTimeout() == plan.connectTimeout() ? plan.connectTimeout() : 0;
    }

    /// The name of which name servers may be asked: none of an address, nor of this machine's own name (RFC 6761 section 6.3).
    static String asked(Target target) {
        String host = target.host();
        boolean own = host.isEmpty() || host.equalsIgnoreCase("localhost") || host.regionMatches(true, host.length() - 10, ".localhost", 0, 10);
        return own || target.isAddress() ? null : host;
    }

    /// The frame of the run: its recorder, and the gates where both sides can be held.
    public RunSession session() {
        return session;
    }

    /// The server of the run; `null` before it listens, and where it has none of its own.
    public LoopbackServer server() {
        return server;
    }

    /// Runs to the end, to the first failure, or to the interrupt.
    ///
    /// @param witness hears of it as it happens, or `null`
    /// @return the trace; its events say how it ended
    public Trace execute(RunObserver witness) {
        Connecting work = new Connecting(witness);
        session.run(Lane.CLIENT, work);
        work.follower.finish();
        List<TraceEvent> events = session.recorder().from(0);
        return session.trace(header(work.target), strangers.count() == 0 ? events : OwnEvents.of(events));
    }

    /// The server, where one is asked for, and the client's connections to it or to the target.
    private final class Connecting implements RunSession.Work {
        private final RunObserver witness;
        private Target target = plan.target();
        private Follower follower;

        Connecting(RunObserver witness) {
            this.witness = witness;
        }

        @Override
        public void perform() throws InterruptedException {
            try {
                serve();
                connect(target, server);
            } catch (StageFailure recorded) {
                // The server could not listen: that is in the recording.
            }
        }

        private void serve() throws StageFailure, InterruptedException {
            try {
                if (served != null) {
                    server = LoopbackServer.open(session.lane(Lane.SERVER), session.gates(), options());
                    target = target.port(server.address().port());
                }
            } finally {
                // Also where the server could not listen: that is news for the witness.
                follower = Follower.start(session.recorder(), header(target), witness,
                        server == null || witness == null ? null : new OwnEvents());
            }
        }

        @Override
        public void end() {
            if (server != null) {
                server.close();
                tellOfStrangers();
            }
        }
    }

    private TraceHeader header(Target target) {
        return Headers.connect(plan, target, tool, session.clock(), session.observation().statuses());
    }

    private void connect(Target target, LoopbackServer serving) throws InterruptedException {
        int dialed = 0;
        for (int number = 1; number <= plan.count(); number++) {
            if (number > 1 && plan.interval() > 0) {
                TimeUnit.NANOSECONDS.sleep(plan.interval());
            }
            dialed += follow(plan, target);
        }
        if (serving != null && dialed > 0) {
            awaitEnd(serving, dialed);
        }
    }

    /// Makes one connection, and one for each redirect that is followed from there.
    ///
    /// @return how many of them the server of our own can have heard of
    private int follow(ConnectPlan first, Target target) throws InterruptedException {
        int dialed = 0;
        ConnectPlan now = first;
        for (int followed = 0; now != null; followed++) {
            LaneRecorder client = session.lane(Lane.CLIENT).connection(++connections);
            Target to = followed == 0 ? target : now.target();
            ClientRun.Ended ended = new ClientRun(now, to, resolver, session.observation(), session.gates()).run(client);
            dialed += ended.dialing() && to.port() == target.port() ? 1 : 0;
            WebPlan next = now.web() == null ? null : Redirects.next(now.web().on(to.port()), ended.answer(), followed, client);
            now = next == null ? null : now.following(next);
        }
        return dialed;
    }

    /// Waits until the server has seen the end of all connections of our own; it counts those of other programs as well.
    ///
    /// @param count how many it can have heard of
    private void awaitEnd(LoopbackServer serving, int count) throws InterruptedException {
        long end;
        boolean over;
        do {
            end = System.nanoTime() + SERVER_END_NANOS;
            over = serving.awaitConnections(count, SERVER_END_NANOS);
            // Where someone holds the server, it is not slow.
        } while (!over && session.gates().isSomeoneHeld());
        long left = end - System.nanoTime();
        while (look().count() > 0 && strangers.othersOver() < count && left > 0) {
            session.recorder().await(looked, left);
            left = end - System.nanoTime();
        }
    }

    private void tellOfStrangers() {
        int count = look().count();
        if (count > 0) {
            session.lane(Lane.SERVER).mark(new RunEvent.Remark(count == 1
                    ? "1 connection of another program was accepted meanwhile; it is not shown"
                    : count + " connections of other programs were accepted meanwhile; they are not shown"));
        }
    }

    private ForeignConnections look() {
        List<TraceEvent> fresh = session.recorder().from(looked);
        looked += fresh.size();
        for (TraceEvent event : fresh) {
            strangers.look(event);
        }
        return strangers;
    }

    private ServerOptions options() {
        return ServerOptions.on(served, plan.target().port()).withBehaviour(plan.server().behaviour())
                .withBacklog(plan.server().backlog()).withRules(plan.server().rules());
    }

    /// Ends the run: whatever waits, waits no more. What was recorded until then is the trace.
    ///
    /// @param signal `INT`, `TERM` or `HUP`
    public void interrupt(String signal) {
        session.interrupt(signal);
    }
}
