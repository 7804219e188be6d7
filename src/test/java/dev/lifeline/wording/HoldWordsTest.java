package dev.lifeline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.analysis.Hold;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Glyphs;
import org.junit.jupiter.api.Test;

class HoldWordsTest {

    @Test
    void aHoldIsBeforeItsStageOrAfterIt() {
        Hold before = new Hold(Lane.SERVER, 1, Stage.ACCEPT, false, 0, 3_000_000, "to look");
        Hold after = new Hold(Lane.CLIENT, 1, Stage.CONNECT, true, 0, 3_000_000, "to look");

        assertEquals("held before accept: to look", HoldWords.of(before, Glyphs.ASCII).mark());
        assertEquals("held after connect: to look", HoldWords.of(after, Glyphs.ASCII).mark());
        assertEquals("went on to accept after a hold of 3.000 ms", HoldWords.released(before, Glyphs.ASCII).phrase());
        assertEquals("went on past connect after a hold of 3.000 ms", HoldWords.released(after, Glyphs.ASCII).phrase());
    }
}
