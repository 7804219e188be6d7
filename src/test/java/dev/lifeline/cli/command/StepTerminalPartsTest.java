package dev.lifeline.cli.command;

import static dev.lifeline.cli.command.TerminalSession.assertShown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What else a walk has, in a real terminal: questions, faults, watches.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the pseudo-terminal is made with Linux' own calls")
@Timeout(180)
class StepTerminalPartsTest {

    @TempDir
    private Path home;

    /// Questions come by themselves, since the person's settings say so.
    @Test
    void aPredictionIsAskedBeforeTheCallAndToldAfterIt() throws Exception {
        Path settings = home.resolve(".config/lifeline/settings");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "predict = ask\n");
        List<String> command = TerminalSession.stepping(List.of(), "connected-not-accepted");
        command.replaceAll(word -> word.startsWith("XDG_CONFIG_HOME=") ? "XDG_CONFIG_HOME=" + home.resolve(".config") : word);
        try (TerminalSession person = TerminalSession.of(command, TerminalSession.kept(home))) {
            assertShown(person.awaitPrompts(1), "order         Put these in order", "Enter skips");
            assertShown(person.keys("\r"), "skipped; p asks again");
            assertShown(person.keys("\r"), "before step 2: client connect", "predict       ");
            assertShown(person.command("b"), "how sure?");
            assertShown(person.command("3"), "noted; it is told once it was seen", "ESTABLISHED, and no program holds it");
            assertShown(person.keys("\r"), "skipped; p asks again");
            assertShown(person.keys("\r"), "before step 3: machine look", "not accepted");
            person.keys("\r");
            assertShown(person.keys("\r"), "you said      b  It fails with ECONNREFUSED; sure (3 of 3)",
                    "kernel said   c  It returns at once");
            person.type("q\r").ends(0);
        }
    }

    @Test
    void aFaultIsAddedSeenAndTakenAway() throws Exception {
        try (TerminalSession person = TerminalSession.step(home)) {
            person.command("until write");
            assertShown(person.command("fault add latency 20ms on server"), "fault 1: latency 20 ms on server",
                    "fault 1       server  latency 20 ms");
            assertShown(person.command("fault list"), "on now        fault 1: latency 20 ms on server");
            assertShown(person.command("fault clear"), "taken away: fault 1: latency 20 ms on server",
                    "fault 1       server  over: latency");
            assertEquals(0, person.command("fault list").lines().filter(line -> line.startsWith("on now")).count());
            person.type("q\r").ends(0);
        }
    }

    @Test
    void aWatchStopsTheWalkWhereALookFoundAnotherValue() throws Exception {
        try (TerminalSession person = TerminalSession.step(home, "connected-not-accepted")) {
            assertEquals("  watch 1 acceptq", person.command("watch acceptq"));
            assertShown(person.command("c"), "watch 1       server  0 → 1 waiting", "ESTABLISHED, not accepted");
            assertShown(person.command("c"), "watch 1       server  1 → 0 waiting");
            assertEquals("  deleted", person.command("delete 1"));
            assertShown(person.command("c"), "all 6 expectations held");
            person.type("q\r").ends(0);
        }
    }
}
