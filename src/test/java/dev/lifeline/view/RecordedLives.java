package dev.lifeline.view;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.file.RecordingException;
import dev.lifeline.file.TraceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Lives that were recorded from real sockets, with all evidence: one file, in which each line `# name` begins a recording.
public final class RecordedLives {

    private RecordedLives() {
    }

    /// All of them, each with the verdict of today.
    public static List<DrawnLife> all() {
        try (InputStream in = RecordedLives.class.getResourceAsStream("lives.ndjson")) {
            List<DrawnLife> lives = new ArrayList<>();
            for (String part : new String(in.readAllBytes(), StandardCharsets.UTF_8).substring(2).split("\n# ")) {
                int line = part.indexOf('\n');
                lives.add(life(part.substring(0, line), part.substring(line + 1)));
            }
            return lives;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DrawnLife life(String name, String recording) {
        try {
            TraceIndex index = TraceIndex.of(TraceReader.read(
                    new ByteArrayInputStream((recording.strip() + "\n").getBytes(StandardCharsets.UTF_8)), name).trace());
            return new DrawnLife(name, index, Diagnosis.of(index));
        } catch (RecordingException e) {
            throw new AssertionError(name, e);
        }
    }
}
