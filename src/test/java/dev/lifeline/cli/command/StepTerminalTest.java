package dev.lifeline.cli.command;

import static dev.lifeline.cli.command.TerminalSession.assertShown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.start.Main;
import dev.lifeline.file.TraceReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Walks in a real terminal, from the first prompt to the end of the process.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the pseudo-terminal is made with Linux' own calls")
@Timeout(180)
class StepTerminalTest {

    @TempDir
    private Path home;

    private static List<String> begin(String text, String word) {
        return text.lines().filter(line -> line.startsWith(word)).map(line -> line.replaceFirst(" {2,}run.*", "").replaceFirst("^" + word + " +", "")).toList();
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("state/lifeline/steps"))) {
            return files.toList();
        }
    }

    @Test
    void enterKeysWalkALifeToItsEnd() throws Exception {
        try (TerminalSession person = TerminalSession.step(home)) {
            String shown = person.text();
            while (!shown.contains("over          the end")) {
                shown = person.keys("\r");
            }

            assertEquals(List.of("lookup, client", "connect, client", "accept, server", "write, client", "first byte, server", "first byte, client",
                    "write, server", "close, client", "data, server", "close, server"), begin(person.text(), "stopped       before"));
            assertTrue(shown.contains("rerun"), shown);
            person.type("q\r").ends(0);
            assertEquals(1, kept().size());
            assertTrue(TraceReader.read(kept().getFirst()).trace().complete());
        }
    }

    @Test
    void eachKindOfBreakpointStops() throws Exception {
        try (TerminalSession person = TerminalSession.step(home)) {
            assertEquals("  breakpoint 1 before accept", person.command("break accept"));
            assertEquals("  breakpoint 2 after accept on server", person.command("break after accept on server"));
            assertEquals("  breakpoint 3 before close on client", person.command("break close on client"));
            assertShown(person.command("c"), "stopped       before accept, server");
            assertShown(person.command("c"), "stopped       after accept, server");
            assertShown(person.command("until write"), "stopped       before write, server");
            assertShown(person.command("info"), "after accept on server");
            person.command("delete 1");
            assertShown(person.command("c"), "stopped       before close, client");
            assertShown(person.command("c"), "over          the end");
            person.type("q\r").ends(0);
        }
    }

    @Test
    void aBreakpointForAnOutcomeStopsWhereItCameAndCtrlDLeaves() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = server.getLocalPort();
        }
        try (TerminalSession person = TerminalSession.step(home, "127.0.0.1:" + port)) {
            person.command("break after connect if outcome=ECONNREFUSED");
            assertShown(person.command("c"), "stopped       after connect, client");
            assertShown(person.command("w"), "before it     connect, client, failed: ECONNREFUSED: ", "why 2 says more");
            person.type(TerminalSession.CTRL_D).ends(0);
            assertFalse(TraceReader.read(kept().getFirst()).trace().complete());
        }
    }

    /// Keys that page through slides walk, up and down are the history. Ctrl-C comes when the first words of a card are there.
    @Test
    void backIsAReplayAndRerunANewConnection() throws Exception {
        try (TerminalSession person = TerminalSession.step(home)) {
            person.keys("\r");
            assertShown(person.keys(TerminalSession.RIGHT), "before accept, server", "run 1, stop 3");
            assertShown(person.keys(TerminalSession.LEFT), "REPLAY        before connect, client");
            assertShown(person.keys(TerminalSession.PAGE_UP), "REPLAY        before lookup, client");
            assertShown(person.keys(TerminalSession.PAGE_DOWN), "REPLAY        before connect, client");
            assertShown(person.command("live"), "stopped       before accept, server");
            assertShown(person.command("info"), "stop 3");
            assertShown(person.keys(TerminalSession.UP + TerminalSession.UP + TerminalSession.UP + TerminalSession.DOWN + "\r"), "stopped       before accept");
            assertShown(person.command("rerun"), "before lookup, client", "run 2, stop 1");
            assertShown(person.command("diff 1 2"), "run 1");
            int written = person.raw().length();
            person.type("\r").await("the beginning of a card", _ -> person.raw().indexOf("lookup  ", written) > 0);
            person.type(TerminalSession.CTRL_C).ends(130);
            assertEquals(2, kept().size());
        }
    }

    @Test
    void ctrlCAtAPromptThrowsALineAwayAndLeavesFromAnEmptyOne() throws Exception {
        try (TerminalSession person = TerminalSession.step(home)) {
            person.type("break acc").await("> break acc");
            person.keys(TerminalSession.CTRL_C);
            assertShown(person.command("info"), "break       none");
            person.type(TerminalSession.CTRL_C).ends(130);
            assertEquals(1, kept().size(), "as far as it came");
        }
    }

    /// Nobody comes to the server, so a wait goes on until the person has enough of it, or the window is closed.
    @Test
    void aWaitIsBrokenOffWithCtrlCAndEndsWithTheTerminal() throws Exception {
        try (TerminalSession person = TerminalSession.step(home, "--serve", "127.0.0.1:0")) {
            assertShown(person.text(), "waiting       nobody stands at a gate");
            person.wait("\r");
            person.keys(TerminalSession.CTRL_C);
            assertShown(person.command("info"), "nobody stood at a gate");
            person.wait("\r");
            hangUp(person);
            assertEquals(1, kept().size());
        }
    }

    @Test
    void aTerminalThatIsClosedEndsTheWalkAndTheRecordingIsKept() throws Exception {
        try (TerminalSession person = TerminalSession.step(home)) {
            person.keys("\r");
            person.type("half a li").await("> half a li");
            hangUp(person);
            assertEquals(1, kept().size());
        }
    }

    @Test
    void aSignalEndsTheWalkAlsoInALineThatHasBegun() throws Exception {
        try (TerminalSession person = TerminalSession.step(home)) {
            person.type("half a li").await("> half a li");
            person.signal("TERM").ends(130);
            assertEquals(1, kept().size());
        }
    }

    @Test
    void aTerminalWithoutASizeIsTakenAsAUsualOneAndGivenBackWithoutOne() throws Exception {
        try (TerminalSession person = TerminalSession.of(0, 0, TerminalSession.stepping(List.of()), TerminalSession.kept(home))) {
            person.awaitPrompts(1);
            assertShown(person.keys("\r"), "stopped       before connect, client");
            person.signal("HUP").ends(130);
            assertEquals("0 x 0", person.size());
        }
    }

    @Test
    void aTerminalThatKnowsNoControlSequencesHasPlainLines() throws Exception {
        try (TerminalSession person = TerminalSession.of(TerminalSession.stepping(List.of()), with("TERM", "dumb"))) {
            person.await("h help");
            person.type("\r").await("stop 2");
            assertFalse(person.raw().contains("\033"), person.raw());
            person.type("q\r").ends(0);
        }
    }

    /// A type that no library knows is taken as a usual one.
    @Test
    void anotherSizeIsFollowedDownToTwentyByFiveAndBack() throws Exception {
        try (TerminalSession person = TerminalSession.of(TerminalSession.stepping(List.of()), with("TERM", "no-such-type"))) {
            person.awaitPrompts(1);
            person.resize(20, 5);
            person.type("\r").await("stop 2");
            person.resize(80, 24);
            person.type(TerminalSession.RIGHT).await("accept queue  [");
            person.type("q\r").ends(0);
        }
    }

    /// A fault of the program in the midst of a line.
    @Test
    void anExceptionGivesTheTerminalBack() throws Exception {
        List<String> command = new ArrayList<>(TerminalSession.stepping(List.of()));
        int classes = command.indexOf("-cp") + 1;
        Path here = Path.of(BrokenEditor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        command.set(classes, command.get(classes) + File.pathSeparator + here);
        command.set(command.indexOf(Main.class.getName()), BrokenEditor.class.getName());
        try (TerminalSession person = TerminalSession.of(command, TerminalSession.kept(home))) {
            person.awaitPrompts(1);
            person.type("half\t").ends(1);
            assertShown(person.text(), "AssertionError: broken");
        }
    }

    private static void hangUp(TerminalSession person) throws Exception {
        person.hangUp();
        int code = person.exit();
        assertTrue(code == 130 || code == 0, "the signal comes first, or the end of what is typed: " + code);
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> all = new HashMap<>(TerminalSession.kept(home));
        all.put(name, value);
        return all;
    }
}
