package dev.lifeline.explain.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Explanation;
import dev.lifeline.explain.Site;
import dev.lifeline.explain.answer.Explained;
import dev.lifeline.explain.source.LogEntry;
import dev.lifeline.explain.source.LogTime;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.explained.TallyScreen;
import dev.lifeline.view.frame.Canvas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogTallyTest {

    private final LogTally tally = new LogTally();

    private void add(ErrorStage stage, String code, Site remote, long line, LogTime time) {
        String text = "at " + line + ": connection lost";
        tally.add(new LogEntry(text, line, time), List.of(Explained.at(stage, code, remote, text, "connection lost")));
    }

    private static LogTime at(int second) {
        return new LogTime("2026-12-01T02:48:" + second + "Z", second * 1000L);
    }

    private String screen(int width, boolean columns) {
        return TallyScreen.of(tally, 99, true, columns, new Canvas(width, Glyphs.ASCII)).text();
    }

    @Test
    void errorsAreCountedByStageCodeAndRemote() {
        Site db = new Site("db", 5432);
        add(ErrorStage.READ, "ECONNRESET", db, 3, at(20));
        add(ErrorStage.CONNECT, "ECONNREFUSED", db, 4, at(30));
        add(ErrorStage.CONNECT, "ECONNREFUSED", db, 5, at(10));
        add(ErrorStage.CONNECT, null, null, 6, null);
        assertEquals(Map.of(ErrorStage.READ, 1L, ErrorStage.CONNECT, 3L), tally.stages());
        assertEquals("[Counted[word=ECONNREFUSED, count=2], Counted[word=(no code), count=1], Counted[word=ECONNRESET, count=1]]",
                tally.codes().commonest(9).toString());
        assertEquals("[Counted[word=db:5432, count=3], Counted[word=(not told), count=1]]", tally.remotes().commonest(9).toString());
        assertEquals("2026-12-01T02:48:10Z", tally.seen().first());
        assertEquals("2026-12-01T02:48:30Z", tally.seen().last());
        ErrorGroup first = tally.commonest(1).getFirst();
        assertEquals(2, first.count());
        assertEquals(4, first.line());
        assertEquals("2026-12-01T02:48:10Z", first.seen().first());
        assertNull(tally.commonest(9).getLast().seen().first());
        assertEquals("""
                99 lines: 4 errors of connections, from 2026-12-01T02:48:10Z to
                2026-12-01T02:48:30Z.

                by stage    connect 3, read 1
                by code     ECONNREFUSED 2, (no code) 1, ECONNRESET 1
                by remote   db:5432 3, (not told) 1

                2  connect ECONNREFUSED, db:5432, from 02:48:10Z to 02:48:30Z
                   at 4: connection lost
                1  read ECONNRESET, db:5432, at 02:48:20Z
                   at 3: connection lost
                1  connect
                   at 6: connection lost

                next        trace connect db:5432
                """, screen(80, true));
    }

    @Test
    void severalErrorsOfOneEntryAreAllCounted() {
        String text = "both lost";
        tally.add(new LogEntry(text, 1, null), List.of(Explained.at(ErrorStage.CONNECT, "A", null, text, "both"), Explained.at(ErrorStage.READ, "B", null, text, "lost")));
        assertEquals(2, tally.errors());
        assertEquals(1, tally.entries());
        assertTrue(screen(80, true).startsWith("99 lines: 2 errors of connections in 1 entry.\n"), screen(80, true));
    }

    @Test
    void whatOnlySoundsLikeAnErrorIsCountedApart() {
        tally.add(new LogEntry("pool full", 1, null), List.of(Explained.at(ErrorStage.NONE, null, null, "pool full", "pool")));
        tally.add(new LogEntry("hello", 2, null), List.of(Explained.at(ErrorStage.NONE, null, null, "hello")));
        assertEquals("99 lines: no error of a connection.\n1 text only sounds like one: an answer over a connection that works, or a limit\nof a program.\n",
                screen(80, true));
    }

    /// A hundred thousand ends: memory stays bounded, the one that is common is found though it comes late, and it is said that some were cut.
    @Test
    void manyEndsAreBounded() {
        for (int i = 0; i < 100_000; i++) {
            add(ErrorStage.CONNECT, "ECONNREFUSED", new Site("host-" + i, 80), i, null);
            if (i >= 90_000) {
                add(ErrorStage.READ, "ECONNRESET", new Site("common", 80), i, null);
            }
        }
        assertTrue(tally.groups() <= LogTally.MOST && tally.remotes().size() <= LogTally.MOST);
        assertTrue(tally.cut());
        assertEquals("common:80", tally.commonest(1).getFirst().first().remote().toString());
        assertEquals(110_000, tally.errors());
        assertTrue(screen(80, true).contains("the rarest were forgotten"), screen(80, true));
        assertEquals(10, screen(80, true).lines().filter(line -> line.contains("connection lost")).count());
    }

    @Test
    void ofALongEntryTheLineWithItsWordsIsKept() {
        String text = "x\n".repeat(50_000) + "here: connection lost\n" + "y\n".repeat(50_000);
        tally.add(new LogEntry(text, 1, null), List.of(Explained.at(ErrorStage.READ, "EOF", null, text, "connection lost")));
        ErrorGroup group = tally.commonest(1).getFirst();
        assertEquals("here: connection lost", group.example());
        assertEquals(6, group.first().words().getFirst().start());
    }

    @Test
    void everyLineKeepsToTheWidth() {
        for (int i = 0; i < 30; i++) {
            add(ErrorStage.CONNECT, "ECONNREFUSED", new Site("a-very-long-name-of-a-host-in-a-cluster-" + i + ".internal.example", 443), i, at(10 + i));
        }
        for (int width : new int[] {60, 80, 200}) {
            screen(width, true).lines().forEach(line -> assertTrue(line.length() <= width, line));
            screen(width, false).lines().forEach(line -> assertTrue(line.length() <= width, line));
            assertFalse(screen(width, false).contains("  "), screen(width, false));
        }
        Explanation first = tally.commonest(1).getFirst().first();
        assertEquals("connection lost", first.words().getFirst().text());
    }
}
