package dev.lifeline.run;

import dev.lifeline.client.Resolver;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RunEvent;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.record.Gate;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.TraceClock;
import dev.lifeline.server.LoopbackServer;
import dev.lifeline.server.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One `trace connect`: starts the server where one is asked for, connects as often as asked, and gives the trace.
///
/// Threads: [#execute] once, on one thread; [#interrupt] on any. When execute returns, every socket and thread of the run is
/// given back, however it ended; only a resolver that hangs in the system keeps its daemon thread until the system answers.
public final class TraceRun {

    /// Places in the recorder for one of many connections.
    private static final int EVENTS_PER_CONNECTION = 64;

    /// How long the server may take to see the end of the last connection before the trace is closed without it.
    private static final long SERVER_END_NANOS = 1_000_000_000L;

    /// How long a sink may take for what is left when the run is over, in milliseconds.
    private static final long SINK_MILLIS = 5_000;

    private final ConnectPlan plan;
    private final InetAddress served;
    private final String tool;
    private final Resolver resolver;
    private final Recorder recorder;
    private final LaneRecorder client;
    private final LaneRecorder server;
    private Thread executing;
    private String interruptedBy;

    private TraceRun(ConnectPlan plan, InetAddress served, String tool, Resolver resolver) {
        this.plan = plan;
        this.served = served;
        this.tool = tool;
        this.resolver = resolver;
        int wanted = Math.max(Recorder.DEFAULT_CAPACITY, plan.count() * EVENTS_PER_CONNECTION);
        this.recorder = new Recorder(TraceClock.start(), wanted);
        this.client = new LaneRecorder(recorder, Lane.CLIENT, 0, 0);
        this.server = new LaneRecorder(recorder, Lane.SERVER, 0, 0);
    }

    /// A run that is ready to go; its clock starts now. A server of our own has looked up its address before.
    ///
    /// @param plan what is asked for
    /// @param tool the version of this program
    /// @param resolver the system's, or a test's
    /// @throws TargetException when a server of our own has no address to listen on
    /// @throws InterruptedException when the thread was interrupted meanwhile
    public static TraceRun prepare(ConnectPlan plan, String tool, Resolver resolver) throws TargetException, InterruptedException {
        if (plan.count() > 1) {
            NameCache.forgetFailures();
        }
        Warmup warmup = Warmup.start();
        InetAddress served = plan.server() == null ? null : ServedAddress.of(plan, resolver);
        warmup.finish();
        return new TraceRun(plan, served, tool, resolver);
    }

    /// The recorder, for those who watch the progress.
    public Recorder recorder() {
        return recorder;
    }

    /// Hears of the run before and while it happens.
    public interface Witness extends EventSink {

        /// Called once, before the first event.
        ///
        /// @throws IOException when it cannot be passed on; the run goes on without this witness
        void header(TraceHeader header) throws IOException;

        /// Called once when the witness failed: nobody reads any more.
        void failed(IOException cause);
    }

    /// Runs to the end, to the first failure, or to the interrupt.
    ///
    /// @param witness hears of it as it happens, or `null`
    /// @return the trace; its events say how it ended
    public Trace execute(Witness witness) {
        enter();
        Target target = plan.target();
        Follower follower = null;
        try (recorder) {
            LoopbackServer serving = null;
            try {
                if (served != null) {
                    serving = LoopbackServer.open(server, new Gate(), options());
                    target = target.port(serving.address().port());
                }
                follower = follow(witness, target);
                connect(target, serving);
            } catch (StageFailure recorded) {
                // The server could not listen: that is in the recording.
                follower = follower == null ? follow(witness, target) : follower;
            } catch (InterruptedException e) {
                client.mark(new RunEvent.Interrupted(reason()));
                follower = follower == null ? follow(witness, target) : follower;
            } finally {
                leave();
                if (serving != null) {
                    serving.close();
                }
            }
        }
        if (follower != null) {
            follower.finish(SINK_MILLIS);
        }
        return new Trace(Headers.connect(plan, target, tool, recorder.clock()), recorder.from(0), true);
    }

    private void connect(Target target, LoopbackServer serving) throws InterruptedException {
        ClientRun run = new ClientRun(plan, target, resolver, new Gate());
        for (int number = 1; number <= plan.count(); number++) {
            if (number > 1 && plan.interval() > 0) {
                TimeUnit.NANOSECONDS.sleep(plan.interval());
            }
            run.run(client.connection(number));
        }
        if (serving != null) {
            serving.awaitConnections(plan.count(), SERVER_END_NANOS);
        }
    }

    private ServerOptions options() {
        return ServerOptions.on(served, plan.target().port()).withBehaviour(plan.server().behaviour()).withBacklog(plan.server().backlog());
    }

    private Follower follow(Witness witness, Target target) {
        if (witness == null) {
            return null;
        }
        try {
            witness.header(Headers.connect(plan, target, tool, recorder.clock()));
        } catch (IOException e) {
            witness.failed(e);
            return null;
        }
        return Follower.start(recorder, witness, witness::failed);
    }

    /// Ends the run: whatever waits, waits no more. What was recorded until then is the trace.
    ///
    /// @param signal `INT`, `TERM` or `HUP`
    public synchronized void interrupt(String signal) {
        interruptedBy = signal;
        if (executing != null) {
            executing.interrupt();
        }
    }

    private synchronized void enter() {
        executing = Thread.currentThread();
        if (interruptedBy != null) {
            executing.interrupt();
        }
    }

    private synchronized void leave() {
        executing = null;
        // An interrupt that came too late for the last wait must not hit what the caller does next.
        Thread.interrupted();
    }

    private synchronized String reason() {
        return interruptedBy == null ? "INT" : interruptedBy;
    }
}
