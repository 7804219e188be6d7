package dev.lifeline.file;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes a recording of many connections, for benchmarks: `BigRecording FILE EVENTS`.
public final class BigRecording {

    private static final Endpoint SERVER = new Endpoint("127.0.0.1", 7007);

    private BigRecording() {
    }

    /// Writes the file.
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Integer.parseInt(args[1]));
    }

    /// Writes a whole recording.
    ///
    /// @param count how many events
    public static void write(Path file, int count) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); TraceWriter writer = new TraceWriter(out)) {
            writer.header(Samples.header());
            int sequence = 0;
            for (int connection = 1; sequence < count; connection++) {
                for (EventBody body : life(connection, sequence)) {
                    if (sequence < count) {
                        writer.event(new TraceEvent(sequence, 1_700L * sequence, Lane.CLIENT,
                                Evidence.APPLICATION, connection, 1, body));
                        sequence++;
                    }
                }
            }
            writer.verdict(Samples.shortVerdict());
            writer.end(1_700L * count);
        }
    }

    private static List<EventBody> life(int connection, long first) {
        Endpoint client = new Endpoint("127.0.0.1", 32_768 + connection % 28_000);
        List<EventBody> life = new ArrayList<>();
        life.add(new StageEvent.Started(Stage.CONNECT, client, SERVER));
        life.add(new StageEvent.Finished(Stage.CONNECT, first, new Outcome.Connected(new FourTuple(client, SERVER))));
        life.add(new StageEvent.Started(Stage.WRITE, client, SERVER));
        life.add(new StreamEvent.ChunkWritten(64, 64));
        life.add(new StageEvent.Finished(Stage.WRITE, first + 2,
                new Outcome.Moved(new Bytes(64, "GET / HTTP/1.1\\r\\n", true), 1, Ending.COMPLETE)));
        life.add(new StageEvent.Started(Stage.DATA, client, SERVER));
        for (int chunk = 0; chunk < 10; chunk++) {
            String text = "chunk " + chunk + " of connection " + connection + ", and no two are alike\n";
            life.add(new StreamEvent.ChunkRead(Bytes.of(text.getBytes(StandardCharsets.US_ASCII))));
        }
        life.add(new StageEvent.Finished(Stage.DATA, first + 5,
                new Outcome.Moved(new Bytes(640, "chunk 0", true), 10, Ending.END_OF_STREAM)));
        life.add(new StreamEvent.EndOfStream());
        life.add(new StageEvent.Started(Stage.CLOSE, client, SERVER));
        life.add(new StageEvent.Finished(Stage.CLOSE, first + 18, new Outcome.Closed(CloseKind.ORDERLY, Lane.SERVER, 640, 64)));
        return life;
    }
}
