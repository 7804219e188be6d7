package dev.lifeline.run;

import dev.lifeline.client.Resolver;
import dev.lifeline.client.Script;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.race.Personality;
import dev.lifeline.server.Behaviour;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Connections per second of whole runs as `trace connect --serve --count` makes them, route and close included: with every source of
/// evidence that this machine gives, against the programs' own calls alone. Promised: at least half of it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(3)
public class EvidenceBench {

    private static final int CONNECTIONS = 500;
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final byte[] PING = {'p', 'i', 'n', 'g', '\n'};

    /// Which evidence: `auto` or `portable`.
    @Param({"auto", "portable"})
    public String evidence;

    /// One run.
    @Benchmark
    @OperationsPerInvocation(CONNECTIONS)
    public Trace run() throws TargetException, InterruptedException {
        // Leaves with a reset: otherwise thousands of connections in TIME_WAIT would take all local ports.
        Script script = Script.CONNECT_ONLY.sending(PING).stoppingAfter(PING.length).resetting();
        ConnectPlan plan = new ConnectPlan(new Target("127.0.0.1", 0), new ServerPlan(Behaviour.DEFAULT, 128), null, null,
                Personality.DEFAULT, TIMEOUT_NANOS, TIMEOUT_NANOS, script, CONNECTIONS, 0,
                evidence.equals("auto") ? EvidenceChoice.AUTO : EvidenceChoice.PORTABLE);
        return TraceRun.prepare(plan, "bench", Resolver.SYSTEM).execute(null);
    }
}
