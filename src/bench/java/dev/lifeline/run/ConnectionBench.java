package dev.lifeline.run;

import dev.lifeline.client.Conversation;
import dev.lifeline.client.Dialed;
import dev.lifeline.client.Dialer;
import dev.lifeline.client.Script;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.race.Personality;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.record.TraceClock;
import dev.lifeline.server.LoopbackServer;
import dev.lifeline.server.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Loopback connections per second (connect, 5 bytes there and back, close) with both ends recorded, against the same code with a
/// recorder that is closed and takes nothing. Promised: at least 0.8 of it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ConnectionBench {

    private static final int CONNECTIONS = 200;

    /// What is recorded.
    @Param({"nothing", "programs"})
    public String recorded;

    // Leaves with a reset: otherwise thousands of connections in TIME_WAIT would take all local ports.
    private final Script script = Script.CONNECT_ONLY.sending(new byte[] {'p', 'i', 'n', 'g', '\n'}).stoppingAfter(5).resetting();
    private LaneRecorder client;
    private LoopbackServer server;

    /// A fresh server and a fresh recorder, so that no event is refused for want of room.
    @Setup(Level.Invocation)
    public void fresh() throws StageFailure, InterruptedException {
        Recorder recorder = Recorder.forConnections(TraceClock.start(), CONNECTIONS);
        if (recorded.equals("nothing")) {
            recorder.close();
        }
        client = new LaneRecorder(recorder, Lane.CLIENT, 1, 0);
        server = LoopbackServer.open(new LaneRecorder(recorder, Lane.SERVER, 0, 0), new Gates(),
                ServerOptions.on(InetAddress.getLoopbackAddress(), 0));
    }

    /// Gives the port back.
    @TearDown(Level.Invocation)
    public void end() {
        server.close();
    }

    /// One connection after the other.
    @Benchmark
    @OperationsPerInvocation(CONNECTIONS)
    public void connections() throws StageFailure, InterruptedException, IOException {
        Gates gates = new Gates();
        List<Endpoint> candidates = List.of(server.address());
        for (int i = 1; i <= CONNECTIONS; i++) {
            LaneRecorder lane = client.connection(i);
            Dialed dialed;
            try (Dialer dialer = new Dialer(lane, gates, Personality.RFC8305, null, TimeUnit.SECONDS.toNanos(5))) {
                dialed = dialer.dial(candidates);
            }
            if (!new Conversation(new StageRunner(lane, gates)).hold(dialed.channel(), script.exchanges()).completed()) {
                throw new IOException("connection " + i + " did not complete");
            }
        }
    }
}
