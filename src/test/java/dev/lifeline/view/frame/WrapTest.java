package dev.lifeline.view.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.text.FittedText;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrapTest {

    @Test
    void breaksAtSpacesAndIndentsWhatFollows() {
        assertEquals(List.of("one two", "  three", "  four"), Wrap.lines("one two three four", 9, 2));
    }

    @Test
    void aTextThatFitsIsOneLine() {
        assertEquals(List.of("one two"), Wrap.lines("one two", 7, 2));
        assertEquals(List.of(""), Wrap.lines("", 7, 2));
    }

    @Test
    void aWordThatFitsOnNoLineIsCutWhereItStands() {
        assertEquals(List.of("at abcdef", "  ghijklm", "  no"), Wrap.lines("at abcdefghijklm no", 9, 2));
    }

    @Test
    void whatBelongsTogetherIsNotBroken() {
        assertEquals(List.of("lag of", "84 µs, so"), Wrap.lines("lag of " + FittedText.together("84 µs") + ", so", 10, 0));
    }

    @Test
    void aFigureAndItsUnitStandOnOneLine() {
        assertEquals(List.of("refused after", "23.9 ms."), Wrap.lines("refused after 23.9 ms.", 18, 0));
        assertEquals(List.of("it held 97 %)", "of all"), Wrap.lines("it held 97 %) of all", 13, 0));
        assertEquals(List.of("after 12", "others"), Wrap.lines("after 12 others", 9, 0), "a noun is no unit");
        assertEquals(List.of("12345", "bytes"), Wrap.lines("12345 bytes", 6, 0), "there is no other place");
    }
}
