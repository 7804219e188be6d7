package dev.lifeline.cli.command;

import static dev.lifeline.cli.command.PipedWalk.lines;
import static dev.lifeline.cli.command.PipedWalk.piped;
import static dev.lifeline.cli.command.PipedWalk.threads;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Breakpoints and watches of walks over real sockets.
@Timeout(120)
class StepBreaksTest {

    /// The block type of a pcapng section header, the same in either byte order.
    private static final byte[] SECTION_HEADER = {0x0a, 0x0d, 0x0d, 0x0a};

    @TempDir
    Path folder;

    @Test
    void aWatchStopsWhenALookFindsTheQueueChangedAndSaysBetweenWhichLooks() {
        Path saved = folder.resolve("watched.ndjson");
        Shell.Ran ran = piped("watch acceptq\nc\n? 4\nc\nc\ninfo\nsave " + saved + "\n", "step", "connected-not-accepted");
        Shell.Ran again = piped("watch acceptq\nc\nc\nc\ninfo\n", "step", "--replay", saved.toString());

        List<String> changes = lines(ran, "watch 1");
        assertAll(() -> assertEquals(0, ran.code(), ran.err() + ran.out()),
                () -> assertEquals(2, changes.size(), ran.out()),
                () -> assertTrue(changes.getFirst().matches("watch 1       server  0 → 1 waiting,? between (looks at )?-?[\\d.]+( m?s)? and [\\d.]+ m?s +\\[\\d+]"), ran.out()),
                () -> assertTrue(changes.getLast().startsWith("watch 1       server  1 → 0 waiting"), ran.out()),
                () -> assertEquals("acceptq, 2 stops", ran.line("  watch 1  ").strip()),
                () -> assertTrue(lines(again, "watch 1       server  0 → 1 waiting").size() == 1, again.out()),
                () -> assertEquals("acceptq, 2 stops", again.line("  watch 1  ").strip()));
    }

    @Test
    void aWatchWithABoundOrAStateStopsAtThatOne() {
        Shell.Ran queue = piped("watch acceptq >= 2\nc\nc\nc\n", "step", "accept-burst");
        Shell.Ran state = piped("watch state on server = CLOSE_WAIT\nc\nc\n", "step", "half-close");

        assertTrue(queue.line("watch 1       server  1 → 2 waiting").contains("between "), queue.out());
        assertEquals(1, lines(queue, "watch 1").size(), queue.out());
        assertEquals(1, lines(state, "watch 1").size(), state.out());
        assertTrue(state.line("watch 1       server  ").contains(" → CLOSE_WAIT"), state.out());
    }

    @Test
    void twoBreakpointsAtOneMomentAreOneStopThatNamesBoth() {
        Shell.Ran ran = piped("break accept\nbreak before accept on server\nc\ninfo\ndelete 1\ndelete 7\nc\n", "step");

        assertAll(() -> assertEquals(0, ran.code(), ran.err()),
                () -> assertEquals(List.of("breakpoints   1 before accept; 2 before accept on server"), lines(ran, "breakpoint"), ran.out()),
                () -> assertEquals("before accept, 1 stop", ran.line("  break 1  ").strip()),
                () -> assertEquals("before accept on server, 1 stop", ran.line("  break 2  ").strip()),
                () -> assertTrue(ran.out().contains("? there is no breakpoint or watch 7; info lists them"), ran.out()),
                () -> assertTrue(ran.line("over          the end").endsWith("run 1, stop 3"), ran.out()));
    }

    @Test
    void aLabelIsAStopBeforeItsStepAndAnActorIsStoppedAlone() {
        Path saved = folder.resolve("two.ndjson");
        Shell.Ran ran = piped("break before connect on two\nbreak at two-made\nuntil one-arrived\nc\nc\nc\nsave " + saved + "\n", "step", "two-clocks");
        Shell.Ran again = piped("break connect on one\nbreak connect on two\nc\n", "step", "--replay", saved.toString());

        assertAll(() -> assertEquals(0, ran.code(), ran.err() + ran.out()),
                () -> assertTrue(again.line("REPLAY        before connect, two").endsWith("stop 3 of 5"), "a recording names whose, too: " + again.out()),
                () -> assertEquals(List.of("breakpoint    2 before connect on two"), lines(again, "breakpoint  "), again.out()),
                () -> assertTrue(ran.line("stopped       before step 5: ").startsWith("machine look"), ran.out()),
                () -> assertTrue(ran.line("stopped       before connect, two").endsWith("run 1, stop 3"), ran.out()),
                () -> assertEquals(List.of("breakpoint    1 before connect on two", "breakpoint    2 at two-made, before step 11"), lines(ran, "breakpoint  "), ran.out()),
                () -> assertTrue(ran.line("over          the end").endsWith("run 1, stop 5"), ran.out()));
    }

    @Test
    void theEndOfAStepStopsWhoeverComesNext() {
        Shell.Ran ran = piped("break after heard\nc\ninfo\nc\n", "step", "half-close");
        assertAll(() -> assertTrue(ran.line("breakpoint    1 after heard, step 6: it ended by ").endsWith("]"), ran.out()),
                () -> assertTrue(ran.line("stopped       before step 7: ").startsWith("machine await-state"), ran.out()),
                () -> assertEquals("after heard, step 6, 1 stop", ran.line("  break 1  ").strip()),
                () -> assertTrue(ran.line("over          the end").endsWith("run 1, stop 3"), ran.out()));
    }

    @Test
    void aWatchOnAnActorIsOfItsSocketAlone() {
        Shell.Ran ran = piped("watch recvq on two >= 4\nc\nc\n", "step", "two-clocks");
        List<String> changes = lines(ran, "watch 1");
        assertEquals(1, changes.size(), ran.out());
        assertTrue(changes.getFirst().matches("watch 1       two +0 → 4 unread.*"), ran.out());
        Shell.Ran any = piped("watch recvq >= 4\nc\nc\n", "step", "two-clocks");
        assertTrue(lines(any, "watch 1").getFirst().startsWith("watch 1       server"), "the other connection has bytes before: " + any.out());
    }

    @Test
    void aHoldOfTheScenarioAndABreakpointAtTheSameGateAreKeptApart() {
        Shell.Ran ran = piped("break accept on server\nc\nc\nc\nc\nc\nc\n", "step", "accept-burst");

        assertTrue(ran.out().contains("over          the end"), ran.out());
        assertTrue(!lines(ran, "breakpoint    1 before accept on server").isEmpty(), ran.out());
    }

    @Test
    void aRunBeforeIsWalkedAsARecordingAndTheLiveOneComesBackWhereItStood() {
        Shell.Ran ran = piped("break accept\nc\nrerun\nc\nrun 1\nc\nn\nback\nc\nsend x\ndiff 1 2\ninfo\nrun 3\nlive\nrun 2\nc\nrun 1\nlive\n", "step");

        assertAll(() -> assertEquals(0, ran.code(), ran.err() + ran.out()),
                () -> assertTrue(ran.out().contains("  run 1, as a recording; live goes to run 2\n"), ran.out()),
                () -> assertEquals(3, lines(ran, "REPLAY        before accept, server; a recording: nothing runs  stop 2 of 2").size(), ran.out()),
                () -> assertTrue(ran.out().contains("? a recording has no sockets: nothing can be done by hand; live goes to them"), ran.out()),
                () -> assertTrue(ran.out().contains("breaks off here: back goes to a stop before it, live\n  to the sockets of run 2\n"), ran.out()),
                () -> assertEquals("was left at stop 2", ran.line("run 1  ")),
                () -> assertEquals("is at stop 2", ran.line("run 2  ")),
                () -> assertTrue(ran.out().contains("? there is no run 3: there are runs 1 to 2"), ran.out()),
                () -> assertEquals(3, lines(ran, "stopped       before accept, server").stream().filter(line -> line.endsWith("run 2, stop 2")).count(), ran.out()),
                () -> assertEquals(2, lines(ran, "over          the end").size(), "and goes on: " + ran.out()));
    }

    @Test
    void aRunIsExportedFromThePromptAlsoWhileItGoesOnAndNeverOverAFileUnsaid() throws Exception {
        Path live = folder.resolve("live.pcapng");
        Path replay = Files.writeString(folder.resolve("replay.pcapng"), "something of mine");
        Shell.Ran walk = piped("until accept\nexport pcapng " + live + "\nexport pcap x\nexport pcapng\nq\n", "step");
        Shell.Ran again = piped("export pcapng " + replay + "\n", "step", "--replay", "samples/recordings/loopback.ndjson");
        Shell.Ran nothing = piped("export pcapng " + folder.resolve("none") + "\n", "step", "--evidence", "portable");

        assertAll(() -> assertTrue(walk.out().contains("? there is no format 'pcap' (did you mean pcapng?): there is pcapng"), walk.out()),
                () -> assertTrue(walk.out().contains("? write export FORMAT FILE, as export pcapng walk.pcapng"), walk.out()),
                () -> assertTrue(again.out().contains("exported: "), again.out()),
                () -> assertTrue(again.err().contains("was there already and is overwritten"), again.err()),
                () -> assertArrayEquals(SECTION_HEADER, Arrays.copyOf(Files.readAllBytes(replay), 4)),
                () -> assertTrue(nothing.out().contains("? nothing is exported: "), nothing.out()),
                () -> assertFalse(Files.exists(folder.resolve("none"))));
        if (Files.exists(live)) {
            assertArrayEquals(SECTION_HEADER, Arrays.copyOf(Files.readAllBytes(live), 4));
            assertTrue(walk.out().replaceAll("\\s+", " ").contains("it ends here, the run goes on"), walk.out());
        } else {
            assertTrue(walk.out().contains("? nothing is exported: "), "without packets: " + walk.out());
        }
    }

    @Test
    void theWalkOfAScenarioBeginsWithItsClaimAndWhatToWatchFor() {
        List<String> first = firstCard("n\nq\n", "clean-close");

        assertTrue(first.getFirst().startsWith("claim         "), () -> first.toString());
        assertTrue(first.stream().anyMatch(line -> line.startsWith("watch for     ")), () -> first.toString());
        assertTrue(first.stream().anyMatch(line -> line.startsWith("stopped       before step 1")), () -> first.toString());
    }

    /// Its claim is the answer to what it asks.
    @Test
    void theWalkOfAScenarioThatAsksBeginsWithWhatToWatchForAlone() {
        List<String> first = firstCard("n\nq\n", "connected-not-accepted");

        assertTrue(first.getFirst().startsWith("watch for     "), () -> first.toString());
    }

    /// The first card, in a walk that says its claim once at most.
    private List<String> firstCard(String commands, String scenario) {
        Shell.Ran ran = piped(commands, "step", scenario);
        assertTrue(lines(ran, "claim").size() < 2, () -> "it is said once: " + ran.out());
        return ran.out().lines().takeWhile(line -> !line.isEmpty()).toList();
    }

    /// The commands are over: at the first stop, within a play, in a run before, behind a last line without its end.
    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"'' ~ ''", "'' ~ happy-path", "n;n; ~ happy-path", "rerun;run 1; ~ ''", "until accept;back ~ ''"})
    void theEndOfTheCommandsEndsTheWalkInEveryState(String commands, String scenario) {
        String lines = commands.replace(';', '\n');

        Shell.Ran ran = scenario.isEmpty() ? piped(lines, "step") : piped(lines, "step", scenario);

        assertEquals(0, ran.code(), ran.err() + ran.out());
        assertEquals("", ran.err());
        assertEquals(List.of(), threads("trace-step"));
    }

    @Test
    void withoutTheKernelsTableNothingIsWatched() {
        Shell.Ran ran = piped("watch recvq\nq\n", "step", "--evidence", "portable");

        assertTrue(ran.out().contains("? the kernel's sockets are not looked at in this run, so nothing of them can be\n  watched: trace doctor says why"), ran.out());
    }
}
