package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Shell;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Breakpoints and watches of walks over real sockets.
@Timeout(120)
class StepBreaksTest {

    @TempDir
    Path folder;

    private static Shell.Ran piped(String commands, String... args) {
        return new Shell().with(new TerminalFacts(80, false, false, Glyphs.UNICODE))
                .readingFrom(new ByteArrayInputStream(commands.getBytes(StandardCharsets.UTF_8))).run(args);
    }

    private static List<String> lines(Shell.Ran ran, String beginning) {
        return ran.out().lines().filter(line -> line.startsWith(beginning)).toList();
    }

    @Test
    void aWatchStopsWhenALookFindsTheQueueChangedAndSaysBetweenWhichLooks() {
        Path saved = folder.resolve("watched.ndjson");
        Shell.Ran ran = piped("watch acceptq\nc\n? 4\nc\nc\ninfo\nsave " + saved + "\n", "step", "connected-not-accepted");
        Shell.Ran again = piped("watch acceptq\nc\nc\nc\ninfo\n", "step", "--replay", saved.toString());

        List<String> changes = lines(ran, "watch 1");
        assertAll(() -> assertEquals(0, ran.code(), ran.err() + ran.out()),
                () -> assertEquals(2, changes.size(), ran.out()),
                () -> assertTrue(changes.getFirst().matches("watch 1       server  0 → 1 waiting,? between (looks at )?-?[\\d.]+ and [\\d.]+ ms +\\[\\d+]"), ran.out()),
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
        Shell.Ran ran = piped("break before connect on two\nuntil one-arrived\nc\nc\n", "step", "two-clocks");

        assertAll(() -> assertEquals(0, ran.code(), ran.err() + ran.out()),
                () -> assertTrue(ran.line("stopped       before step 5: ").startsWith("machine look"), ran.out()),
                () -> assertTrue(ran.line("stopped       before connect, two").endsWith("run 1, stop 3"), ran.out()),
                () -> assertEquals(List.of("breakpoint    1 before connect on two"), lines(ran, "breakpoint"), ran.out()),
                () -> assertTrue(ran.line("over          the end").endsWith("run 1, stop 4"), ran.out()));
    }

    @Test
    void aHoldOfTheScenarioAndABreakpointAtTheSameGateAreKeptApart() {
        Shell.Ran ran = piped("break accept on server\nc\nc\nc\nc\nc\nc\n", "step", "accept-burst");

        assertTrue(ran.out().contains("over          the end"), ran.out());
        assertTrue(!lines(ran, "breakpoint    1 before accept on server").isEmpty(), ran.out());
    }

    @Test
    void withoutTheKernelsTableNothingIsWatched() {
        Shell.Ran ran = piped("watch recvq\nq\n", "step", "--evidence", "portable");

        assertTrue(ran.out().contains("? the kernel's sockets are not looked at in this run, so nothing of them can be\n  watched: trace doctor says why"), ran.out());
    }
}
