package dev.lifeline.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Compares reading a recording with a bare pass of the JSON parser over the same file, in one run: `ReadingCost FILE ROUNDS`.
public final class ReadingCost {

    private ReadingCost() {
    }

    /// Prints one line for each round.
    public static void main(String[] args) throws IOException, RecordingException {
        Path file = Path.of(args[0]);
        for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
            long start = System.nanoTime();
            long tokens = barePass(file);
            long between = System.nanoTime();
            Recording recording = TraceReader.read(file);
            long end = System.nanoTime();
            long bare = between - start;
            long read = end - between;
            System.out.println("round " + round + ": " + tokens + " tokens in " + bare / 1_000_000 + " ms, "
                    + recording.trace().events().size() + " events in " + read / 1_000_000 + " ms, ratio "
                    + Math.round(100.0 * read / bare) / 100.0);
        }
    }

    private static long barePass(Path file) throws IOException {
        long tokens = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 18);
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            while (json.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }
}
