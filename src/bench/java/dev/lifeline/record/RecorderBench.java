package dev.lifeline.record;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.StageEvent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// What one event costs the thread that records it, against one reading of the clock. Promised: at most 8 times.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RecorderBench {

    private static final int EVENTS = 32_768;

    private final EventBody body = new StageEvent.Started(Stage.CONNECT, null, null);
    private LaneRecorder lane;

    /// A fresh recorder, so that no event is refused for want of room.
    @Setup(Level.Invocation)
    public void fresh() {
        lane = new LaneRecorder(new Recorder(TraceClock.start()), Lane.CLIENT, 1, 0);
    }

    /// Stamps and stores events, nobody waiting for them.
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long record() {
        long last = 0;
        for (int i = 0; i < EVENTS; i++) {
            last = lane.mark(body);
        }
        return last;
    }

    /// Reads the clock as often.
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void clock(Blackhole blackhole) {
        for (int i = 0; i < EVENTS; i++) {
            blackhole.consume(System.nanoTime());
        }
    }
}
