package dev.lifeline.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Io;
import dev.lifeline.client.Resolver;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The line that is drawn again and again while a person waits.
@Timeout(60)
class ProgressTest {

    private static final String ERASE_LINE = "\r\u001b[K";
    private static final String BEGIN = ERASE_LINE + "\u001b[?7l";
    private static final String END = "\u001b[?7h";
    private static final Endpoint HERE = new Endpoint("127.0.0.1", 40000);
    private static final Endpoint THERE = new Endpoint("127.0.0.1", 7007);

    /// What was written, and how often a whole line was.
    private static final class Written extends OutputStream {
        private final StringBuilder text = new StringBuilder();
        private final CountDownLatch lines = new CountDownLatch(2);

        @Override
        public synchronized void write(int one) {
            text.append((char) one);
        }

        @Override
        public synchronized void flush() {
            if (!text.isEmpty()) {
                lines.countDown();
            }
        }

        @Override
        public synchronized String toString() {
            return text.toString();
        }
    }

    private final Written err = new Written();

    private Io io(boolean person, String term, int columns) {
        return new Io(InputStream.nullInputStream(), OutputStream.nullOutputStream(), new PrintStream(err, false, StandardCharsets.UTF_8),
                Map.of("TERM", term), new TerminalFacts(columns, false, person, Glyphs.ASCII), Resolver.SYSTEM, _ -> { });
    }

    private PlayProgress plays(boolean person, boolean quiet, String term, int width) {
        PlayProgress progress = new PlayProgress(io(person, term, width), quiet);
        progress.begin(2);
        return progress;
    }

    @Test
    void thePlaysThatGoOnAreNamedAndTheOthersCounted() {
        PlayProgress progress = plays(true, false, "xterm", 80);
        progress.began("half-close");
        progress.began("listen");
        progress.ended("half-close");
        progress.ended("no-such-play");
        progress.show();
        assertEquals(BEGIN + "0 of 2 played, now: half-close (Ctrl-C ends them)" + END
                + BEGIN + "0 of 2 played, now: half-close, listen (Ctrl-C ends them)" + END + ERASE_LINE
                + BEGIN + "1 of 2 played, now: listen (Ctrl-C ends them)" + END, err.toString());
    }

    /// Another play may begin at any time.
    @Test
    void nothingIsDrawnWhileAResultIsWritten() {
        PlayProgress progress = plays(true, false, "xterm", 80);
        progress.began("a");
        progress.ended("a");
        progress.began("b");
        assertEquals(BEGIN + "0 of 2 played, now: a (Ctrl-C ends them)" + END + ERASE_LINE, err.toString());
        progress.show();
        assertTrue(err.toString().endsWith(BEGIN + "1 of 2 played, now: b (Ctrl-C ends them)" + END), err.toString());
    }

    @Test
    void nothingIsLeftOfTheLineInTheEnd() {
        PlayProgress progress = plays(true, false, "xterm", 80);
        progress.began("a");
        progress.ended("a");
        progress.show();
        progress.began("b");
        progress.ended("b");
        progress.show();
        progress.end();
        progress.show();
        assertTrue(err.toString().endsWith("now: b (Ctrl-C ends them)" + END + ERASE_LINE), err.toString());
    }

    @Test
    void aLineNeverWraps() {
        plays(true, false, "xterm", 20).began("half-close");
        assertEquals(BEGIN + "0 of 2 played, now:" + END, err.toString());
    }

    /// A terminal that gets smaller breaks a long line in two, and erases one of them: the line is short in a wide one, too. A hint that
    /// would be cut is left out.
    @Test
    void inAWideTerminalTheLineIsShortAsWell() {
        plays(true, false, "xterm", 200).began("a-scenario-with-a-name-that-is-long");
        plays(true, false, "xterm", 200).began("a-scenario-with-a-name-that-is-even-longer-than-that");
        assertEquals(BEGIN + "0 of 2 played, now: a-scenario-with-a-name-that-is-long" + END
                + BEGIN + "0 of 2 played, now: a-scenario-with-a-name-that-is-even-lon" + END, err.toString());
    }

    @Test
    void whoDoesNotLookOrWantsNoRedrawsGetsNone() {
        for (PlayProgress progress : new PlayProgress[] {plays(false, false, "xterm", 80), plays(true, true, "xterm", 80),
                plays(true, false, "dumb", 80)}) {
            progress.began("half-close");
            progress.ended("half-close");
            progress.end();
        }
        try (Recorder recorder = new Recorder(TraceClock.start())) {
            waited(recorder, io(false, "xterm", 80), false);
            waited(recorder, io(true, "xterm", 80), true);
            waited(recorder, io(true, "dumb", 80), false);
        }
        assertEquals("", err.toString());
    }

    private static void waited(Recorder recorder, Io io, boolean accessible) {
        WaitProgress.start(recorder, 1, io, accessible).close();
    }

    @Test
    void theStageThatIsUnderWayIsNamedUntilItsEnd() throws InterruptedException {
        try (Recorder recorder = new Recorder(TraceClock.start())) {
            started(recorder, 2, Stage.LOOKUP, null);
            long connect = started(recorder, 2, Stage.CONNECT, THERE);
            try (WaitProgress progress = WaitProgress.start(recorder, 3, io(true, "xterm", 100), false)) {
                assertTrue(err.lines.await(10, TimeUnit.SECONDS));
            }
            // The first may come late, too: then it says for how long.
            assertTrue(drawn(err, "connection 2 of 3, client connect( for [0-9]+ s)?: 127[.]0[.]0[.]1:7007"), err.toString());
            assertTrue(err.toString().replaceFirst(" for [0-9]+ s", " for 1 s")
                    .contains(BEGIN + "connection 2 of 3, client connect for 1 s: 127.0.0.1:7007" + END), err.toString());
            assertTrue(err.toString().endsWith(ERASE_LINE), err.toString());
            recorder.record(Lane.CLIENT, Evidence.APPLICATION, 2, 1,
                    new StageEvent.Finished(Stage.CONNECT, connect, new Outcome.Connected(new FourTuple(HERE, THERE))));
            Written before = new Written();
            Io again = new Io(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
                    new PrintStream(before, false, StandardCharsets.UTF_8), Map.of(), new TerminalFacts(30, false, true, Glyphs.ASCII),
                    Resolver.SYSTEM, _ -> { });
            try (WaitProgress progress = WaitProgress.start(recorder, 1, again, false)) {
                assertFalse(before.lines.await(1_500, TimeUnit.MILLISECONDS), before::toString);
                started(recorder, 2, Stage.FIRST_BYTE, THERE);
                assertTrue(before.lines.await(10, TimeUnit.SECONDS));
            }
            assertTrue(drawn(before, "client first byte(: 127[.]0[.]0[.]1:| for [0-9]+ s.*)"), before.toString());
        }
    }

    @Test
    void manyInOneStageAreCounted() throws InterruptedException {
        try (Recorder recorder = new Recorder(TraceClock.start())) {
            long first = started(recorder, 1, Stage.CONNECT, THERE);
            started(recorder, 2, Stage.CONNECT, THERE);
            started(recorder, 3, Stage.CONNECT, THERE);
            recorder.record(Lane.CLIENT, Evidence.APPLICATION, 1, 1,
                    new StageEvent.Finished(Stage.CONNECT, first, new Outcome.Connected(new FourTuple(HERE, THERE))));
            try (WaitProgress _ = WaitProgress.start(recorder, 1, io(true, "xterm", 100), false)) {
                assertTrue(err.lines.await(10, TimeUnit.SECONDS));
            }
            assertTrue(drawn(err, "2 in client connect( for [0-9]+ s)?: 127[.]0[.]0[.]1:7007.*"), err.toString());
        }
    }

    /// Tells whether the first line is like this.
    private static boolean drawn(Written where, String line) {
        String text = where.toString();
        return text.startsWith(BEGIN) && text.substring(BEGIN.length(), text.indexOf(END)).matches(line);
    }

    private static long started(Recorder recorder, int connection, Stage stage, Endpoint remote) {
        return recorder.record(Lane.CLIENT, Evidence.APPLICATION, connection, 0, new StageEvent.Started(stage, null, remote));
    }
}
