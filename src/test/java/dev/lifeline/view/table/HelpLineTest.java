package dev.lifeline.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpLineTest {

    private static final Canvas NARROW = new Canvas(60, Glyphs.UNICODE);

    private static Line under(String... lines) {
        return HelpLine.of(new Frame(List.of(lines).stream().map(Line::of).toList()), NARROW);
    }

    @Test
    void theMostTellingWordsOfAllLinesAreNamed() {
        Line line = under("bind   127.0.0.1:9105, backlog 5, mtu 65536", "queued 1 of 5 in the accept queue, app lag 2 ms", "gone after CLOSE_WAIT");
        assertEquals("help: accept-queue, app-lag, CLOSE_WAIT, backlog", line.text());
        assertEquals(List.of(Role.DIM, Role.COMMAND, Role.DIM, Role.COMMAND), line.segments().subList(0, 4).stream().map(one -> one.role()).toList());
    }

    /// A word that is too long gives way to a shorter one behind it.
    @Test
    void noWordIsCut() {
        assertEquals("help: tcp_abort_on_overflow, connected-to-itself, mtu",
                under("connected to itself", "tcp_abort_on_overflow", "keep-alive probes", "mtu 1500").text());
    }

    @Test
    void wordsInSeveralPiecesOfALineCount() {
        Line pieces = Line.of("FAILED  ", Role.BAD).plus("ECONNREFUSED", Role.STRONG).plus(": RST", Role.PLAIN);
        assertEquals("help: ECONNREFUSED, RST", HelpLine.of(new Frame(List.of(pieces)), NARROW).text());
    }

    @Test
    void aScreenWithoutThemHasNoSuchLine() {
        assertNull(under("127.0.0.1:80   connected", ""));
    }
}
