package dev.lifeline.file;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.waterfall.Waterfall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A recording of a million events, read and drawn, against a pass over the same file with nothing but the JSON parser. Promised:
/// at most 4 times, in a heap of 512 MB.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 2, jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class ReplayBench {

    private static final int EVENTS = 1_000_000;
    private static final Endpoint CLIENT = new Endpoint("127.0.0.1", 40_000);
    private static final Endpoint SERVER = new Endpoint("127.0.0.1", 7007);

    private Path file;

    /// One connection that read a million chunks.
    @Setup(Level.Trial)
    public void write() throws IOException {
        file = Files.createTempFile("million", ".ndjson");
        Bytes chunk = Bytes.of("a line of some protocol, as it came\r\n".getBytes(StandardCharsets.US_ASCII));
        try (TraceWriter writer = new TraceWriter(Files.newOutputStream(file))) {
            writer.header(new TraceHeader("bench", Target.of("127.0.0.1:7007"), TraceHeader.Mode.CLIENT, Instant.EPOCH,
                    "System.nanoTime", Map.of("os", "any"), List.of(), List.of(new TraceHeader.PlannedStage(Lane.CLIENT, Stage.CONNECT),
                            new TraceHeader.PlannedStage(Lane.CLIENT, Stage.DATA)), 1));
            event(writer, 0, new StageEvent.Started(Stage.CONNECT, CLIENT, SERVER));
            event(writer, 1, new StageEvent.Finished(Stage.CONNECT, 0, new Outcome.Connected(new FourTuple(CLIENT, SERVER))));
            event(writer, 2, new StageEvent.Started(Stage.DATA, CLIENT, SERVER));
            for (int i = 3; i < EVENTS - 1; i++) {
                event(writer, i, new StreamEvent.ChunkRead(chunk));
            }
            event(writer, EVENTS - 1, new StageEvent.Finished(Stage.DATA, 2, new Outcome.Moved(chunk, EVENTS - 4, Ending.LIMIT)));
            writer.end(EVENTS * 1_000L);
        }
    }

    private static void event(TraceWriter writer, int sequence, EventBody body) throws IOException {
        writer.event(new TraceEvent(sequence, sequence * 1_000L, Lane.CLIENT, Evidence.APPLICATION, 1, 0, body));
    }

    /// Gives the disk back.
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.delete(file);
    }

    /// What `trace replay` does between the file and the screen.
    @Benchmark
    public String replay() throws RecordingException {
        TraceIndex index = TraceIndex.of(TraceReader.read(file).trace());
        return new Waterfall().draw(index, Diagnosis.of(index), new Canvas(80, Glyphs.UNICODE)).text();
    }

    /// Reads every token, keeps nothing.
    @Benchmark
    public long barePass() {
        long tokens = 0;
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }
}
