package dev.lifeline.cli.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which jar of texts goes with which large one.
class SameTextsTest {

    private static final Map<String, String> WHOLE = Map.of("META-INF/MANIFEST.MF", "Main-Class: x", "a.txt", "one", "Main.class", "code");

    @TempDir
    private Path folder;

    @Test
    void textsOfTheSameBuildAreThoseOfTheLargeJar() throws IOException {
        assertSame(true, Map.of("META-INF/MANIFEST.MF", "Created-By: y", "a.txt", "one"));
    }

    @Test
    void anotherTextOrOneMoreIsThatOfAnotherBuild() throws IOException {
        assertSame(false, Map.of("a.txt", "two"));
        assertSame(false, Map.of("a.txt", "one", "b.txt", "more"));
    }

    private void assertSame(boolean expected, Map<String, String> texts) throws IOException {
        assertEquals(expected, SameTexts.same(jar("texts.jar", texts), jar("whole.jar", WHOLE)));
    }

    private String jar(String name, Map<String, String> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar.toString();
    }
}
