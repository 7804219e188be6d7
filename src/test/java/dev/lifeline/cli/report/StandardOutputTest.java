package dev.lifeline.cli.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.cli.Child;
import dev.lifeline.cli.Shell;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Output that is lost is told, unless nobody reads any more.
@Timeout(60)
class StandardOutputTest {

    private static final Path FULL = Path.of("/dev/full");
    private static final String WHY = ": cannot write to standard output: No space left on device\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "connect --serve 127.0.0.1",
        "connect --serve 127.0.0.1 --count 3",
        "connect --serve 127.0.0.1 --json",
        "connect 127.0.0.1:9",
        "connect --help",
        "export samples/recordings/loopback.ndjson --as pcapng",
        "replay samples/recordings/refused.ndjson",
        "scenarios",
        "scenarios schema",
        "run connected-not-accepted --json",
        "run connected-not-accepted",
        "doctor",
    })
    void aFullDiskIsSaidInOneLine(String line) throws IOException {
        Assumptions.assumeTrue(Files.exists(FULL), "only Linux has a device that is always full");
        String[] words = line.split(" ");
        try (OutputStream full = new FileOutputStream(FULL.toFile())) {
            assertEquals(new Shell.Ran(70, "", "trace " + words[0] + WHY), new Shell().writingTo(full).run(words));
        }
    }

    @Test
    void helpOfAllAndTheVersionAsWell() throws Exception {
        Assumptions.assumeTrue(Files.exists(FULL), "only Linux has a device that is always full");
        for (String word : List.of("--help", "--version")) {
            Path err = folder.resolve("err");
            Process process = new ProcessBuilder().redirectError(err.toFile())
                    .command(all(List.of("sh", "-c", "exec \"$@\" > /dev/full", "sh"), Child.trace(word))).start();
            assertEquals(true, process.waitFor(30, TimeUnit.SECONDS));
            assertAll(word, () -> assertEquals(70, process.exitValue()),
                    () -> assertEquals("trace" + WHY, Files.readString(err)));
        }
    }

    private static List<String> all(List<String> one, List<String> other) {
        List<String> all = new java.util.ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay samples/recordings/refused.ndjson", "connect --serve 127.0.0.1 --json", "connect --help",
        "export samples/recordings/loopback.ndjson --as pcapng"})
    void aReaderThatHasGoneIsNoNews(String line) throws IOException {
        Pipe pipe = Pipe.open();
        pipe.source().close();
        try (OutputStream closed = Channels.newOutputStream(pipe.sink())) {
            assertEquals("", new Shell().writingTo(closed).run(line.split(" ")).err());
        }
    }

    @Test
    void theRecordingGoesOnWhereTheScreenDoesNot() throws IOException {
        Assumptions.assumeTrue(Files.exists(FULL), "only Linux has a device that is always full");
        Path recording = folder.resolve("run.ndjson");
        try (OutputStream full = new FileOutputStream(FULL.toFile())) {
            Shell.Ran ran = new Shell().writingTo(full).run("connect", "--serve", "127.0.0.1", "--record", recording.toString());
            assertEquals(new Shell.Ran(70, "", "trace connect" + WHY), ran);
        }
        assertEquals(0, new Shell().run("replay", recording.toString()).code());
    }
}
