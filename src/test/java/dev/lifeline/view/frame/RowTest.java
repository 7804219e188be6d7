package dev.lifeline.view.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void whatDoesNotFitIsCutAndNeverWider() {
        assertEquals("  abc", new Row(5).put(2, "abcdef", Role.PLAIN).put(-1, "x", Role.BAD).line().text());
    }

    @Test
    void laterPaintCoversEarlier() {
        Line line = new Row(6).put(0, "------", Role.DIM).put(2, "ab", Role.STRONG).line();
        assertEquals(List.of(new Segment("--", Role.DIM), new Segment("ab", Role.STRONG), new Segment("--", Role.DIM)),
                line.segments());
    }

    @Test
    void centredTextStaysInside() {
        assertEquals("   abcd", new Row(7).centre(6, "abcd", Role.PLAIN).line().text());
    }

    @Test
    void anEmptyRowIsAnEmptyLine() {
        assertEquals(Line.EMPTY, new Row(7).line());
    }
}
