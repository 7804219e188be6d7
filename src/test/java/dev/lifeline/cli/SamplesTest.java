package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The recordings that come with the project were made on one machine and are shown on every other.
class SamplesTest {

    private static final Path RECORDINGS = Path.of("samples", "recordings");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "loopback      | 0  | closed in order",
        "late-accept   | 0  | held before accept",
        "refused       | 13 | refused",
        "reset-on-read | 16 | reset by the server",
        "fifty         | 0  | 50 connections: all answered"})
    void aSampleReplaysWithTheVerdictThatItHadWhenItWasRecorded(String name, int code, String shown) {
        Shell.Ran ran = new Shell().run("replay", RECORDINGS.resolve(name + ".ndjson").toString());
        assertEquals("", ran.err());
        assertEquals(code, ran.code());
        assertTrue(ran.out().contains(shown), ran.out());
    }

    @Test
    void everySampleIsTested() throws Exception {
        try (var files = Files.list(RECORDINGS)) {
            assertEquals(5, files.count());
        }
    }
}
