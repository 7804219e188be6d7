package dev.lifeline.cli.command;

import static dev.lifeline.cli.command.PipedWalk.byHand;
import static dev.lifeline.cli.command.PipedWalk.piped;
import static dev.lifeline.cli.command.PipedWalk.shell;
import static dev.lifeline.cli.command.PipedWalk.threads;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Child;
import dev.lifeline.cli.Shell;
import dev.lifeline.file.TraceReader;
import dev.lifeline.model.Trace;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StepTest {

    private static final String SAMPLE = "samples/recordings/late-accept.ndjson";

    @TempDir
    Path folder;

    @Test
    void linesOfAPipeWalkALiveConnectionToItsEndAndTheRecordingCanBeWalkedAgain() throws Exception {
        Path saved = folder.resolve("walk.ndjson");
        Path page = folder.resolve("walk.md");
        Shell.Ran ran = piped("break accept\nc\ni queues\nnote look\nc\nsave " + saved + "\nnotebook " + page + "\n", "step");
        Trace trace = TraceReader.read(saved).trace();
        Shell.Ran again = piped("info\nn\ninfo\n", "step", "--replay", saved.toString());

        assertAll(() -> assertEquals(0, ran.code(), ran.err()),
                () -> assertTrue(ran.line("stopped       before accept").endsWith("run 1, stop 2"), ran.out()),
                () -> assertTrue(ran.out().contains("1 of 128"), ran.out()),
                () -> assertTrue(ran.out().contains("over          the end"), ran.out()),
                () -> assertFalse(ran.out().contains("Enter next"), "nobody types, so no keys are shown"),
                () -> assertTrue(trace.complete()),
                () -> assertTrue(Files.readString(page).contains("## Stop 2: before accept, server")),
                () -> assertTrue(Files.readString(page).contains("> look")),
                () -> assertEquals(0, again.code(), again.err()),
                () -> assertTrue(again.line("REPLAY        before accept, server").contains("stop 2 of 3"), again.out()),
                () -> assertEquals(2, again.out().split("; note: look", -1).length, "not before it was seen: " + again.out()));
    }

    @Test
    void aReadThatFindsBytesIsNotSaidToWaitForThem() {
        Shell.Ran ran = piped("break first-byte on server\nc\nsend 'hello'\nq\n", "step");
        String last = ran.out().substring(ran.out().lastIndexOf("stopped       before first byte, server"));

        assertTrue(last.contains("bytes unread"), ran.out());
        assertTrue(last.contains("next          read(): takes the bytes that lie there"), ran.out());
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAsItWasTypedWithTheReason() {
        String out = piped("nb " + folder + "/no/x.md\nsave " + folder + "\nnb save x.md\nq\n", "step", "--replay", SAMPLE).out()
                .replaceAll("\\s+", " ");

        assertTrue(out.contains("? it cannot be written: " + folder + "/no/x.md: no such folder " + folder + "/no"), out);
        assertTrue(out.contains("? it cannot be written: " + folder + ": it is a folder"), out);
        assertTrue(out.contains("? the file stands behind notebook: notebook x.md"), out);
        assertFalse(out.contains(".part"), out);
    }

    @Test
    void tenThousandEnterKeysFromAPipeEndTheRunAndNothingElse() {
        Shell.Ran ran = piped("\n".repeat(10_000), "step", "--json");

        assertEquals(0, ran.code());
        assertTrue(ran.out().contains("\"kind\":\"end\""), "the run came to its end");
        assertEquals(List.of(), threads("trace-step"));
    }

    @Test
    void whatWouldNeedSocketsIsRefusedWhereThePersonLooksBack() {
        Shell.Ran ran = piped("n\nback\nc\nlive\nforward\nq\n", "step");

        assertTrue(ran.out().contains("? this is a recording of stop 1, and nothing runs in it: live goes to the\n  sockets"), ran.out());
        assertTrue(ran.out().contains("? this is where the sockets are: Enter lets them go on"), ran.out());
    }

    @Test
    void aRerunIsANewConnectionAndTheRunBeforeStaysToBeCompared() throws Exception {
        Shell.Ran ran = shell("break accept\nn\ndiff\nrerun\nc\nc\ndiff 1 2\ndiff 1 3\n").with("XDG_STATE_HOME", folder.toString()).run("step");

        assertAll(() -> assertEquals(0, ran.code(), ran.err()),
                () -> assertTrue(ran.out().contains("? there is one run, and nothing to compare it with: rerun makes another one"), ran.out()),
                () -> assertTrue(ran.line("stopped       before accept").endsWith("run 2, stop 2"), "breakpoints stay: " + ran.out()),
                () -> assertTrue(ran.line("  accept        server").matches("not by then +done .*"), ran.out()),
                () -> assertEquals("was left at stop 2", ran.line("run 1  ")),
                () -> assertTrue(ran.out().contains("? there is no run 3: there are runs 1 to 2"), ran.out()));
        try (var kept = Files.list(folder.resolve("lifeline/steps"))) {
            List<Path> files = kept.sorted().toList();
            assertEquals(2, files.size(), "each run is kept");
            assertFalse(TraceReader.read(files.getFirst()).trace().complete());
            assertTrue(TraceReader.read(files.getLast()).trace().complete());
        }
        assertEquals(List.of(), threads("trace-step"));
    }

    @Test
    void aRerunOfAScenarioPlaysItAnewAndItsEndIsTheExitCode() {
        Shell.Ran ran = piped("n\nn\nrerun\nc\ndiff\n", "step", "happy-path");

        assertEquals(0, ran.code(), ran.err() + ran.out());
        assertTrue(ran.out().contains("run 2, stop 2"), ran.out());
    }

    /// As that of `run --record`: programs read the findings of a play.
    @Test
    void aPlayThatIsWalkedToItsEndIsSavedWithItsFindings() throws Exception {
        Path saved = folder.resolve("play.ndjson");
        assertEquals(0, piped("c\nsave " + saved + "\n", "step", "happy-path").code());

        List<String> last = Files.readAllLines(saved).stream().map(line -> line.replaceFirst("^\\{\"type\":\"([a-z]+)\".*", "$1"))
                .filter(type -> !type.equals("header") && !type.equals("event") && !type.equals("lag")).distinct().toList();
        assertEquals(List.of("finding", "verdict", "end"), last);
        assertEquals(0, new Shell().run("replay", saved.toString()).code());
    }

    @Test
    void aRecordingCannotRunAgain() {
        Shell.Ran ran = piped("rerun\ndiff\n", "step", "--replay", SAMPLE);

        assertTrue(ran.out().contains("? nothing can be run again: this is a recording\n"), ran.out());
        assertTrue(ran.out().contains("? there is one run, and nothing to compare it with\n"), ran.out());
    }

    @Test
    void byHandActorsOfAScenarioDoWhatIsNoStepOfItAndTheRecordingSaysSo() throws Exception {
        Path saved = folder.resolve("hands.ndjson");
        Shell.Ran ran = piped("n\n".repeat(4) + "send x on server\n" + "n\nn\nsend 'hello\\n'\ni sockets\nsend yo on peer\nreset on server\nsend x on peer\nc\nsave "
                + saved + "\n", "step", "happy-path");
        Trace trace = TraceReader.read(saved).trace();
        Shell.Ran again = new Shell().run("replay", saved.toString(), "--view", "plain");

        assertAll(() -> assertEquals(20, ran.code(), "the judge sees what happened: " + ran.out()),
                () -> assertTrue(ran.out().contains("? nobody on the server's side has an open connection; with one: client"), ran.out()),
                () -> assertTrue(ran.line("by hand  ").startsWith("client write: no step of the scenario"), ran.out()),
                () -> assertTrue(ran.line("server        *").matches("\\d+ +ESTABLISHED +6 +0 .*"), ran.out()),
                () -> assertTrue(ran.out().contains("ESTABLISHED, 2 bytes unread"), ran.out()),
                () -> assertTrue(ran.out().contains("? 'peer' has no open connection"), ran.out()),
                () -> assertTrue(ran.out().contains("By hand, at a stop of a walk: client write."), ran.out()),
                () -> assertEquals(List.of("client write", "peer write", "peer reset"), byHand(trace)),
                () -> assertTrue(again.out().contains("By hand, at a stop of a walk: client write."), again.out()));
        assertEquals(List.of(), threads("trace-step"));
    }

    @Test
    void whoStandsAtAGateDoesNothingByHandAndTheOtherSideDoes() {
        Shell.Ran ran = piped("break write\nc\nsend x\nsend yo on server\nback\nsend x\n", "step", "happy-path");

        assertTrue(ran.out().contains("? client stands before write, and does nothing else until Enter lets it go on"), ran.out());
        assertTrue(ran.out().contains("ESTABLISHED, 2 bytes unread"), ran.out());
        assertTrue(ran.out().contains("? this is a recording of stop 1, and nothing runs in it: live goes to the\n  sockets"), ran.out());
    }

    @Test
    void anActorWithinACallDoesNothingElseByHandUntilItReturns() {
        Shell.Ran ran = piped("n\n".repeat(12).replaceAll("(n\n)", "$1send x\n") + "c\n", "step", "blocking-nonblocking");

        assertTrue(ran.out().contains("? client is at work with a step, and does one thing at a time: Enter lets it go"), ran.out());
        assertTrue(ran.out().contains("by hand       client write"), "before and after that it can: " + ran.out());
        assertEquals(List.of(), threads("trace-step"));
    }

    @Test
    void aBreakpointThatWantsAnOutcomeStopsAtThatOneAndPassesOthersBy() throws Exception {
        Path saved = folder.resolve("passed.ndjson");
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        String wanted = "break after connect if outcome=econnrefused\nc\nc\nsave " + saved + "\n";
        Shell.Ran refused = piped(wanted, "step", "127.0.0.1:" + port);
        Shell.Ran again = piped("n\nn\n", "step", "--replay", saved.toString());
        Shell.Ran connected = piped(wanted, "step");
        Shell.Ran replayed = piped("n\n", "step", "--replay", saved.toString());

        assertTrue(refused.line("stopped       after connect").endsWith("run 1, stop 2"), refused.out());
        assertTrue(refused.line("connect       FAILED").startsWith("ECONNREFUSED"), refused.out());
        assertTrue(again.line("REPLAY        after connect").contains("stop 2 of 3"), again.out());
        assertTrue(connected.line("over          the end").endsWith("run 1, stop 2"), connected.out());
        assertTrue(replayed.line("REPLAY        the end").contains("stop 2 of 2"), replayed.out());
    }

    @Test
    void theLastTwentyWalksAreKept() throws Exception {
        Path steps = Files.createDirectories(folder.resolve("lifeline/steps"));
        for (int i = 10; i < 32; i++) {
            Files.createFile(steps.resolve("step-200001" + i + "-000000-000.ndjson"));
        }

        Shell.Ran ran = new Shell().with("XDG_STATE_HOME", folder.toString()).run("step");

        try (var kept = Files.list(steps)) {
            List<String> names = kept.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(20, names.size());
            assertEquals("step-20000113-000000-000.ndjson", names.getFirst(), "the oldest are gone");
            assertEquals(0, piped("n\n", "step", "--replay", steps.resolve(names.getLast()).toString()).code());
        }
        assertEquals("", ran.err(), "and nothing is said of it");
    }

    @Test
    void rerunMakesANewConnectionAndKeepsBreakpoints() {
        Shell.Ran ran = piped("break accept on server\nc\nrerun\nc\nq\n", "step");
        Shell.Ran recorded = piped("rerun\n", "step", "--replay", SAMPLE);

        assertTrue(ran.out().contains("run 2, stop 1"), ran.out());
        assertTrue(ran.out().lines().anyMatch(line -> line.startsWith("stopped       before accept, server") && line.endsWith("run 2, stop 2")), ran.out());
        assertTrue(recorded.out().contains("? nothing can be run again: this is a recording"), recorded.out());
        assertEquals(List.of(), threads("trace-step"));
    }

    @Test
    void commandsOfAScriptAreDoneAndJsonHasALineForEach() throws Exception {
        Path script = Files.writeString(folder.resolve("s"), "# a remark\nn\ni sockets\nsokets\n");

        Shell.Ran ran = new Shell().run("step", "--replay", SAMPLE, "--script", script.toString(), "--json");

        List<String> lines = ran.out().lines().toList();
        assertEquals(4, lines.size(), ran.out());
        assertTrue(lines.get(0).startsWith("{\"type\":\"stop\",\"run\":1,\"stop\":1,\"kind\":\"held\",\"replay\":true,\"lane\":\"server\""), ran.out());
        assertTrue(lines.get(2).startsWith("{\"type\":\"answer\",\"command\":\"inspect\""), ran.out());
        assertTrue(lines.get(3).startsWith("{\"type\":\"refused\""), ran.out());
    }

    @Test
    void anInterruptEndsAWalkThatWaitsForAPipe() throws Exception {
        Shell shell = new Shell().readingFrom(new java.io.PipedInputStream(new java.io.PipedOutputStream()));
        shell.interrupt().thenAccept(signal -> signal.accept("INT"));

        Shell.Ran ran = shell.run("step");

        assertEquals(130, ran.code());
    }

    @Test
    void aRecordingFromStandardInputNeedsAScript() {
        Shell.Ran ran = piped("", "step", "--replay", "-");

        assertEquals(2, ran.code());
    }

    @Test
    void nobodyButAPersonAtATerminalLoadsTheLineEditor() throws Exception {
        List<String> command = new java.util.ArrayList<>(Child.java(List.of("--enable-native-access=ALL-UNNAMED", "-Xlog:class+load:stderr"),
                "step", "--replay", SAMPLE));
        Process child = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String loaded = new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertTrue(child.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, child.exitValue(), loaded);
        assertTrue(loaded.contains("dev.lifeline.step.live.StepLoop"), "classes are told");
        assertFalse(loaded.contains("org.jline.terminal") || loaded.contains("org.jline.reader"), "JLine");
    }
}
