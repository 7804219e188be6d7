package dev.lifeline;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the launcher does before the first run of a jar: in a copy of its own, in a folder whose name has a space and a letter that
/// the locale C does not know. A shell makes that name, because this JVM may not know the letter either.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
@Timeout(600)
class FirstRunIT {

    private static final String COPY = """
            export LC_ALL=C
            dir=$2/$'two \\303\\274'
            if [ ! -d "$dir" ]; then
              mkdir -p "$dir/target"
              cp -R "$1/scripts" "$dir/scripts"
              cp -p "$1"/target/lifeline*.jar "$dir/target/"
              cp -R "$1/target/lib" "$dir/target/lib"
            fi
            cd "$dir" || exit 1
            """;

    /// The start-up caches, as `scripts/trace` says what each is for.
    private static final int GROUPS = 8;

    @TempDir
    private Path folder;

    private String err;

    @BeforeEach
    void theJarIsThere() {
        assertTrue(Files.exists(Path.of("target/lifeline.jar")), "mvn package makes it");
    }

    @Test
    void twoFirstRunsAtOnceMakeTheCachesOnceAndBothWork() throws Exception {
        String out = shell("""
                ./scripts/trace --version > first & first=$!
                ./scripts/trace connect --serve > second; second=$?
                wait $first; first=$?
                grep -h -o -E '^(trace 0.|localhost)' first second
                echo "codes $first $second"
                for cache in target/aot/lifeline-*.aot; do [ -s "$cache" ] && echo cached; done
                ls target/aot | grep -c -E '^(lock|new)'
                """);
        assertAll(() -> assertTrue(out.contains("codes 0 0\n" + "cached\n".repeat(GROUPS) + "0\n"), out + err),
                () -> assertTrue(out.contains("trace 0."), out),
                () -> assertTrue(out.contains("localhost"), out),
                () -> assertEquals(1, err.lines().filter(line -> line.contains("making the start-up cache")).count(), err));
    }

    @Test
    void aLockThatNobodyHoldsDoesNotStopIt() throws Exception {
        String out = shell("""
                mkdir -p target/aot/lock
                sleep 0 & wait $!
                echo $! > target/aot/lock/pid
                ./scripts/trace --version
                """);
        assertTrue(out.startsWith("trace 0."), out + err);
    }

    @Test
    void aCallerThatForbidsUnsetVariablesIsServed() throws Exception {
        String out = shell("env -i PATH=\"$PATH\" bash -u scripts/trace --version");
        assertTrue(out.startsWith("trace 0."), out + err);
    }

    @Test
    void whatCannotBePreparedIsTriedAgain() throws Exception {
        String out = shell("""
                mv target/lib elsewhere
                ./scripts/trace connect --serve > /dev/null 2>&1
                mv elsewhere target/lib
                ./scripts/trace connect --serve | grep -o '^localhost'
                """);
        assertEquals("localhost\n", out, err);
    }

    @Test
    void aCopyOfAPreparedFolderUsesItsOwnRuntime() throws Exception {
        String out = shell("""
                ./scripts/trace --version > /dev/null 2>&1
                cp -a . ../copy
                rm -rf target/aot
                ../copy/scripts/trace connect --serve | grep -o '^localhost'
                sed -n 5p ../copy/target/aot/launch
                """);
        assertEquals("localhost\nruntime\n", out, err);
        assertEquals("", err);
    }

    /// A colon ends a path in Java's list of paths. The first JDK that is found does not start; the next one is taken.
    @Test
    void aFolderWithAColonAndAJdkThatDoesNotStart() throws Exception {
        String out = shell("""
                mkdir -p '../a:b' ../broken/bin
                cp -R . '../a:b/'
                cd '../a:b'
                printf 'JAVA_VERSION="25"\\nJAVA_RUNTIME_VERSION="25+1"\\n' > ../broken/release
                printf '#!/bin/sh\\necho no library >&2\\nexit 1\\n' > ../broken/bin/java
                chmod +x ../broken/bin/java
                JAVA_HOME=$PWD/../broken ./scripts/trace connect --serve | grep -o '^localhost'
                """);
        assertEquals("localhost\n", out, err);
        assertTrue(err.contains("broken does not start, and is left out: no"), err);
    }

    private String shell(String script) throws IOException, InterruptedException {
        File out = folder.resolve("out").toFile();
        File errors = folder.resolve("err").toFile();
        Process process = new ProcessBuilder("bash", "-c", COPY + script, "bash", Path.of("").toAbsolutePath().toString(), folder.toString())
                .redirectOutput(out).redirectError(errors).start();
        process.getOutputStream().close();
        if (!process.waitFor(500, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher does not end");
        }
        err = Files.readString(errors.toPath());
        return Files.readString(out.toPath());
    }
}
