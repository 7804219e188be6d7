package dev.lifeline.play;

import dev.lifeline.client.Resolver;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.observe.Tracing;
import dev.lifeline.play.actor.CannotAct;
import dev.lifeline.play.actor.ClientPlayer;
import dev.lifeline.play.actor.DnsPlayer;
import dev.lifeline.play.actor.LoopPlayer;
import dev.lifeline.play.actor.MachinePlayer;
import dev.lifeline.play.actor.Player;
import dev.lifeline.play.actor.PoolPlayer;
import dev.lifeline.play.actor.RelayPlayer;
import dev.lifeline.play.actor.ServerPlayer;
import dev.lifeline.play.actor.UdpPlayer;
import dev.lifeline.record.DeadlineClock;
import dev.lifeline.run.Follower;
import dev.lifeline.run.Headers;
import dev.lifeline.run.NativeResolver;
import dev.lifeline.run.Observation;
import dev.lifeline.run.RunObserver;
import dev.lifeline.run.RunSession;
import dev.lifeline.run.TargetException;
import dev.lifeline.run.Warmup;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Crowd;
import dev.lifeline.scenario.Head;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.ClientRole;
import dev.lifeline.scenario.action.DnsRole;
import dev.lifeline.scenario.action.LoopRole;
import dev.lifeline.scenario.action.MachineAction;
import dev.lifeline.scenario.action.PoolRole;
import dev.lifeline.scenario.action.RelayRole;
import dev.lifeline.scenario.action.ServerRole;
import dev.lifeline.scenario.action.UdpRole;
import dev.lifeline.scenario.expectation.CounterCheck;
import dev.lifeline.scenario.expectation.ExpectationKind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/// One play of a scenario on real sockets.
///
/// Threads: [#prepare] and [#execute] once, on one thread; [#interrupt] on any. When execute returns, every socket, thread,
/// descriptor and namespace of the play is given back, however it ended; only a resolver that hangs in the system keeps its
/// daemon thread until the system answers. A play that was prepared must be executed, or closed.
public final class ScenarioRun implements AutoCloseable {

    /// More connections than the recorder is asked to have room for.
    private static final int MOST_CONNECTIONS = 2 * Crowd.MOST;

    private final PlayPlan plan;
    private final String tool;
    private final Network network;
    private final RunSession session;
    private final PlayVisits visits = new PlayVisits();
    private Target target;
    private volatile HandWork handWork;

    private ScenarioRun(PlayPlan plan, String tool, Network network, Observation observation) {
        this.plan = plan;
        this.tool = tool;
        this.network = network;
        this.session = new RunSession(observation, connections(plan.scenario()));
        this.target = new Target(plan.scenario().id(), 0);
    }

    /// A play that is ready to go; its clock starts now, and its evidence is at work.
    ///
    /// @param plan what is asked for
    /// @param tool the version of this program
    /// @throws CannotPlayException when something that the scenario needs is not there
    /// @throws TargetException when evidence that is insisted on is not available
    /// @throws InterruptedException when the thread was interrupted meanwhile
    public static ScenarioRun prepare(PlayPlan plan, String tool)
            throws CannotPlayException, TargetException, InterruptedException {
        Scenario scenario = plan.scenario();
        List<MissingNeed> lacks = new NeedsTrial().ofMachine(PlayNeeds.of(scenario));
        if (!lacks.isEmpty()) {
            throw new CannotPlayException(lacks);
        }
        Network network = network(plan);
        ScenarioRun run = null;
        boolean ready = false;
        try {
            run = new ScenarioRun(plan, tool, network, network.call(() -> observe(plan)));
            network.call(run::watch);
            lacks = NeedsTrial.ofEvidence(scenario, run.session.observation());
            if (!lacks.isEmpty()) {
                throw new CannotPlayException(lacks);
            }
            ready = true;
            return run;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TargetException insisted) {
                throw insisted;
            }
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (!ready && run != null) {
                run.close();
            } else if (!ready) {
                network.close();
            }
        }
    }

    /// Tells whether a scenario must be played alone: it changes or counts what the whole process or machine has in common.
    public static boolean isAlone(Scenario scenario) {
        for (Step step : scenario.steps()) {
            if (step.action() instanceof MachineAction.LimitDescriptors) {
                return true;
            }
        }
        return !scenario.isApart() && (!Head.awaitedCounters(scenario).isEmpty()
                || scenario.looked().stream().anyMatch(each -> each.kind() == ExpectationKind.COUNTER));
    }

    private static Network network(PlayPlan plan) throws CannotPlayException, InterruptedException {
        if (plan.hosts().isEmpty() && !plan.scenario().isApart()) {
            return Network.here();
        }
        try {
            return Network.namespaces(plan.hosts());
        } catch (IOException e) {
            throw new CannotPlayException(List.of(new MissingNeed("namespace", e.getMessage(), null)));
        }
    }

    private static Observation observe(PlayPlan plan) throws TargetException, InterruptedException {
        Observation observation = Observation.prepare(plan.evidence(), Tracing.PLAY);
        Warmup warmup = Warmup.start();
        warmup.finish();
        observation.ready();
        return observation;
    }

    private Void watch() throws TargetException {
        session.watch(Mode.LOOPBACK, 0, connections(plan.scenario()), null, CounterCheck.named(plan.scenario().looked()));
        return null;
    }

    /// The frame of the play: its recorder, and the gates where its actors can be held.
    public RunSession session() {
        return session;
    }

    /// The hands of a person in it; `null` before it is executed.
    public HandWork handWork() {
        return handWork;
    }

    /// Has the play stand at a label, with its sockets alive and looked at, before it goes on. To be said before it is executed.
    ///
    /// @param visitor is called there, on the thread that plays
    /// @throws IllegalArgumentException where no step has this label
    public void stopAt(String label, PlayVisitor visitor) {
        visits.add(label, visitor, plan.scenario());
    }

    /// Plays to the end, to the limit, or to the interrupt.
    ///
    /// @param witness hears of it as it happens, or `null`
    /// @return the trace, which the judge reads; its events say how each step went
    public Trace execute(RunObserver witness) {
        return execute(witness, null);
    }

    /// The same with somebody who may stop it before each step.
    ///
    /// @param watch or `null`
    public Trace execute(RunObserver witness, StepWatch watch) {
        try {
            return network.call(() -> play(witness, watch));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException defect ? defect : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("the play does not leave with an interrupt", e);
        } finally {
            network.close();
        }
    }

    /// Gives back what [#prepare] took, where it is not executed.
    @Override
    public void close() {
        session.close();
        network.close();
    }

    private Trace play(RunObserver witness, StepWatch watch) {
        Resolver system = NativeResolver.insteadOf(Resolver.SYSTEM, session.observation());
        Playing work = new Playing(new Play(session, network, system), witness, watch);
        try {
            session.run(Lane.CLIENT, work);
            return session.trace(work.following.header);
        } finally {
            work.following.close();
            for (Player each : work.play.players().values()) {
                each.close();
            }
        }
    }

    /// The actors and their steps.
    private final class Playing implements RunSession.Work {
        private final Play play;
        private final Steps steps;
        private final Following following;
        private final StepWatch watch;

        Playing(Play play, RunObserver witness, StepWatch watch) {
            this.play = play;
            this.watch = watch;
            LabelLooks looks = new LabelLooks(plan.scenario(), session.observation());
            visits.labels().forEach(looks::add);
            this.steps = new Steps(play, looks);
            this.following = new Following(witness);
            handWork = new HandWork(play, steps);
        }

        @Override
        public void perform() throws InterruptedException {
            cast(play, steps);
            ScenarioRun.this.perform(play, steps, following, watch);
        }

        @Override
        public void end() {
            following.begin();
            finish(play, steps);
        }
    }

    /// The witness hears nothing before it is known what the play is about.
    private final class Following {
        private final RunObserver witness;
        private TraceHeader header;
        private Follower follower;

        Following(RunObserver witness) {
            this.witness = witness;
        }

        void begin() {
            if (follower == null) {
                header = header();
                follower = Follower.start(session.recorder(), header, witness);
            }
        }

        void close() {
            begin();
            follower.finish();
        }
    }

    /// The header as far as it is known: until its first client has its turn it is about the scenario itself.
    public TraceHeader header() {
        return Headers.play(target, plan.scenario().source(), tool, session.clock(), session.observation().statuses(),
                PlannedStages.of(plan.scenario()), connections(plan.scenario()));
    }

    private void cast(Play play, Steps steps) throws InterruptedException {
        play.adopt(ActorKind.MACHINE.label(), new MachinePlayer(play, steps, Head.awaitedCounters(plan.scenario())));
        // First the DNS servers: clients try theirs before they begin.
        cast(play, true);
        cast(play, false);
    }

    private void cast(Play play, boolean names) throws InterruptedException {
        for (ActorSpec spec : plan.scenario().actors()) {
            if ((spec.kind() == ActorKind.DNS) == names) {
                cast(play, spec);
            }
        }
    }

    private void cast(Play play, ActorSpec spec) throws InterruptedException {
        if (spec.count() == 0) {
            cast(play, spec, null);
            return;
        }
        for (String member : new Crowd(spec.name(), spec.count()).members()) {
            cast(play, new ActorSpec(member, spec.role(), spec.position()), spec.name());
        }
    }

    private void cast(Play play, ActorSpec spec, String crowd) throws InterruptedException {
        try {
            play.adopt(spec.name(), network.of(spec.name()).call(() -> player(play, spec)), crowd);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw new IllegalStateException(e.getCause());
            }
            play.remark(Lane.SERVER, spec.name() + " could not be made: " + e.getCause().getMessage());
        }
    }

    private static Player player(Play play, ActorSpec spec) throws IOException {
        return switch (spec.kind()) {
            case SERVER -> new ServerPlayer(play, spec, (ServerRole) spec.role());
            case LOOP -> new LoopPlayer(play, spec, (LoopRole) spec.role());
            case POOL -> new PoolPlayer(play, spec, (PoolRole) spec.role());
            case CLIENT -> new ClientPlayer(play, spec, (ClientRole) spec.role());
            case UDP -> new UdpPlayer(play, spec, (UdpRole) spec.role());
            case DNS -> new DnsPlayer(spec, (DnsRole) spec.role());
            case RELAY -> new RelayPlayer(play, spec, (RelayRole) spec.role());
            case CONNECTION, MACHINE -> throw new IllegalArgumentException("a " + spec.kind().label() + " comes by itself");
        };
    }

    private void perform(Play play, Steps steps, Following following, StepWatch watch) throws InterruptedException {
        long end = DeadlineClock.now() + plan.limit();
        for (Step step : plan.scenario().steps()) {
            ActorSpec actor = plan.scenario().actor(step.actor());
            if (actor != null && actor.role() instanceof ClientRole client) {
                target(play, client);
                following.begin();
            }
            if (watch != null && watch.stopsBefore(step)) {
                steps.stand(step);
                watch.stand(step);
            }
            boolean visited = visits.comesAfter(step);
            if (!steps.perform(step, end) || visited && !steps.await(step.label(), end - DeadlineClock.now())) {
                steps.cutOff(plan.limit(), plan.scenario().steps().size());
                return;
            }
            if (visited) {
                following.begin();
                if (!visits.visit(new PlayStop(step, session, following.header), play, session)) {
                    return;
                }
            }
        }
        if (!steps.awaitAll(end)) {
            steps.cutOff(plan.limit(), plan.scenario().steps().size());
        }
    }

    /// Makes the trace one about the target of the first client.
    private void target(Play play, ClientRole client) {
        if (target.host().equals(plan.scenario().id()) && target.port() == 0) {
            try {
                target = play.target(client.to());
            } catch (IOException | CannotAct | IllegalArgumentException e) {
                // Then it is about the scenario.
            }
        }
    }

    /// First those in the middle: the ends can only be over when they are. Who is at a gate is stopped there, and not let through it.
    private static void finish(Play play, Steps steps) {
        steps.stop();
        play.gates().dismantle();
        for (Player each : play.players().values()) {
            if (each instanceof RelayPlayer || each instanceof MachinePlayer) {
                each.finish();
            }
        }
        for (Player each : play.players().values()) {
            each.finish();
        }
    }

    /// Counts the connections that the clients are asked to make. A UDP socket has the number of one.
    private static int connections(Scenario scenario) {
        int count = 0;
        for (ActorSpec actor : scenario.actors()) {
            count += actor.kind() == ActorKind.UDP ? Math.max(1, actor.count()) : 0;
        }
        for (Step step : scenario.steps()) {
            count += step.action().plans().contains(Stage.CONNECT) ? step.doers().size() : 0;
        }
        return Math.max(1, Math.min(count, MOST_CONNECTIONS));
    }

    /// Ends the play: whatever waits, waits no more. What was recorded until then is the trace.
    ///
    /// @param signal `INT`, `TERM` or `HUP`
    public void interrupt(String signal) {
        session.interrupt(signal);
    }
}
