package dev.lifeline;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The licence of a library asks that whoever passes it on says whose it is; picocli is inside our own jar.
class NoticeTest {

    @Test
    void theNoticeNamesThePicocliThatTheBuildCompiles() throws IOException {
        Matcher version = Pattern.compile("<picocli.version>(.+)</picocli.version>").matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(version.find(), "the build says which picocli it takes");
        String notice = resource("META-INF/NOTICE");
        String licence = resource("META-INF/licenses/Apache-2.0.txt");

        assertAll(() -> assertTrue(notice.contains("picocli " + version.group(1)), notice),
                () -> assertTrue(licence.contains("Apache License") && licence.contains("END OF TERMS AND CONDITIONS"), licence));
    }

    private static String resource(String name) throws IOException {
        Path classes = Path.of("target/classes", name);
        assertTrue(Files.exists(classes), name + " goes into the jar");
        return Files.readString(classes);
    }
}
