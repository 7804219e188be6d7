package dev.lifeline.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioTextTest {

    private static final Canvas NARROW = new Canvas(60, Glyphs.ASCII);
    private static final Canvas WIDE = new Canvas(120, Glyphs.UNICODE);

    private static final ScenarioText TEXT = new ScenarioText("half-close", "FIN one way, data the other: end is not close.",
            "The state of both ends.", "A FIN says that no more bytes come from that side, and nothing of the other direction.",
            List.of(Map.entry("RFC 9293 section 3.6", "https://www.rfc-editor.org/rfc/rfc9293#section-3.6"),
                    Map.entry("tcp(7)", "https://man7.org/x")));

    @Test
    void beforeThePlayNothingIsSaidOfHowItEnds() {
        String text = TEXT.before(false, NARROW).text();
        assertEquals("""
                scenario      half-close
                claim         FIN one way, data the other: end is not close.
                watch         The state of both ends.
                """, text);
        assertFalse(text.contains("no more bytes"));
    }

    @Test
    void longAddressesStandOnALineOfTheirOwn() {
        assertEquals("""
                why           A FIN says that no more bytes come from that
                              side, and nothing of the other direction.
                read on       RFC 9293 section 3.6
                              https://www.rfc-editor.org/rfc/rfc9293#section
                              -3.6
                              tcp(7)  https://man7.org/x
                """, TEXT.after(false, NARROW).text());
        assertEquals("""
                why           A FIN says that no more bytes come from that side, and nothing of the other direction.
                read on       RFC 9293 section 3.6  https://www.rfc-editor.org/rfc/rfc9293#section-3.6
                              tcp(7)  https://man7.org/x
                """, TEXT.after(false, WIDE).text());
    }

    @Test
    void sentencesHaveNoColumns() {
        assertEquals("""
                Scenario half-close: FIN one way, data the other: end is not
                  close.
                What to look at: The state of both ends.
                """, TEXT.before(true, NARROW).text());
        assertTrue(TEXT.after(true, WIDE).text().contains("Read on: tcp(7), https://man7.org/x\n"));
    }

    @Test
    void textOfTheFileIsMadeSafe() {
        ScenarioText hostile = new ScenarioText("x", "\u001b]0;title\u0007", "\u202e", "\u0000", List.of(Map.entry("\u001b[2J", "\u0007")));
        for (boolean sentences : new boolean[] {false, true}) {
            String text = hostile.before(sentences, WIDE).text() + hostile.after(sentences, WIDE).text();
            assertTrue(text.chars().allMatch(sign -> sign == '\n' || sign >= ' ' && sign < 0x7f), text);
        }
    }
}
