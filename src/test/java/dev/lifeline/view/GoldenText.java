package dev.lifeline.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares what a view drew with a file that a person has looked at. `-Dlifeline.golden=write` writes the files anew;
/// look at every one of them before you commit it.
public final class GoldenText {

    private static final String FOLDER = "dev/lifeline/view/";

    private GoldenText() {
    }

    public static void check(String name, String drawn) {
        try {
            if ("write".equals(System.getProperty("lifeline.golden"))) {
                Path file = Path.of("src/test/resources", FOLDER, name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, drawn);
                return;
            }
            try (InputStream expected = GoldenText.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
                assertNotNull(expected, "no golden file " + name);
                assertEquals(new String(expected.readAllBytes(), StandardCharsets.UTF_8), drawn, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
