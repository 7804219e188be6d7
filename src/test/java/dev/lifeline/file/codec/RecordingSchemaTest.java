package dev.lifeline.file.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.file.TraceWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The published schema is that of the table. `-Dlifeline.golden=write` publishes it anew.
class RecordingSchemaTest {

    private static final String NAME = "trace-recording-v" + HeaderRows.VERSION + ".schema.json";

    @Test
    void thePublishedSchemaIsThatOfTheTable() throws IOException {
        Path file = Path.of("src/main/resources/dev/lifeline/file", NAME);
        if ("write".equals(System.getProperty("lifeline.golden"))) {
            Files.writeString(file, RecordingSchema.text());
        }
        assertEquals(Files.readString(file), RecordingSchema.text());
        try (InputStream published = TraceWriter.class.getResourceAsStream(NAME)) {
            assertEquals(Files.readString(file), new String(published.readAllBytes(), StandardCharsets.UTF_8), "the one in "
                    + "the program");
        }
    }
}
