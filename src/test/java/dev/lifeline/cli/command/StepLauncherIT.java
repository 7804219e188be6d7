package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A walk as the launcher starts it, in a real terminal. Its shell stays the parent, and gives the terminal back where Java cannot.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the pseudo-terminal is made with Linux' own calls")
@Timeout(600)
class StepLauncherIT {

    @TempDir
    private Path home;

    private TerminalSession walk() throws Exception {
        Map<String, String> environment = new HashMap<>(TerminalSession.kept(home));
        environment.put("TRACE_JAVA_HOME", System.getProperty("java.home"));
        // The first start makes the caches.
        Process first = new ProcessBuilder("scripts/trace", "--version").redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        first.waitFor();
        TerminalSession walk = TerminalSession.of(List.of(Path.of("scripts/trace").toAbsolutePath().toString(), "step"), environment);
        walk.awaitPrompts(1);
        return walk;
    }

    @Test
    void aKilledWalkGivesTheTerminalBack() throws Exception {
        try (TerminalSession person = walk()) {
            assertNotEquals(person.before(), person.modes(), "a line is edited");
            person.killChildren();
            person.ends(137);
            assertEquals(person.before(), person.modes());
        }
    }

    @Test
    void aWalkThatIsLeftEndsWithItsOwnExitCode() throws Exception {
        try (TerminalSession person = walk()) {
            person.keys(TerminalSession.RIGHT);
            person.type("q\r").ends(0);
        }
    }
}
