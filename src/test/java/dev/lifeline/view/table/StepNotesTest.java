package dev.lifeline.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.text.Glyphs;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepNotesTest {

    @Test
    void stepsStandInColumnsInTheirOrder() {
        StepNotes steps = new StepNotes(Glyphs.ASCII);
        assertTrue(steps.took("step 1: server listen", 48_000_000));
        assertTrue(steps.took("step 2: machine look (before)", 83_000_000));
        assertEquals("2 began: machine look (before)", steps.last());
        assertTrue(steps.took("step 3: client connect", 112_300_000));
        assertEquals(List.of("1   48.000 ms  server listen", "2   83.000 ms  machine look (before)", "3  112.300 ms  client connect"), steps.all());
    }

    @Test
    void whatIsSaidOfAStepThatBeganIsAnOrdinaryRemark() {
        StepNotes steps = new StepNotes(Glyphs.ASCII);
        assertTrue(steps.took("step 1: server listen", 1));
        assertFalse(steps.took("step 1: server listen could not be done: no", 2));
        assertFalse(steps.took("step 3: x", 2));
        assertFalse(steps.took("the play had its time", 3));
        assertEquals(1, steps.all().size());
    }

    @Test
    void namesOfAFileAreMadeSafe() {
        StepNotes steps = new StepNotes(Glyphs.ASCII);
        steps.took("step 1: \u001b[2J", 1);
        assertTrue(steps.all().getFirst().endsWith("  \\x1b[2J"), steps.all().getFirst());
    }
}
