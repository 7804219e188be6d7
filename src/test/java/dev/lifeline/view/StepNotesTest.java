package dev.lifeline.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StepNotesTest {

    @Test
    void stepsAreOneParagraphInTheirOrder() {
        StepNotes steps = new StepNotes(Glyphs.ASCII);
        assertTrue(steps.took("step 1: server listen", 48_000_000));
        assertTrue(steps.took("step 2: machine look (before)", 83_000_000));
        assertEquals("2 began: machine look (before)", steps.last());
        assertEquals("1 server listen at 48 ms, 2 machine look (before) at 83 ms", steps.words().replace('\u00a0', ' '));
    }

    @Test
    void whatIsSaidOfAStepThatBeganIsAnOrdinaryRemark() {
        StepNotes steps = new StepNotes(Glyphs.ASCII);
        assertTrue(steps.took("step 1: server listen", 1));
        assertFalse(steps.took("step 1: server listen could not be done: no", 2));
        assertFalse(steps.took("step 3: x", 2));
        assertFalse(steps.took("the play had its time", 3));
        assertEquals("1 server listen at 1 ns", steps.words().replace('\u00a0', ' '));
    }

    @Test
    void namesOfAFileAreMadeSafe() {
        StepNotes steps = new StepNotes(Glyphs.ASCII);
        steps.took("step 1: \u001b[2J", 1);
        assertTrue(steps.words().startsWith("1 \\x1b[2J at "));
    }
}
