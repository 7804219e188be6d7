package dev.lifeline.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.event.PlayEvent.StepStarted;
import dev.lifeline.text.Glyphs;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepNotesTest {

    @Test
    void stepsStandInColumnsInTheirOrder() {
        StepNotes steps = new StepNotes(Glyphs.ASCII, 0);
        steps.add(new StepStarted(1, "server", "listen", null), 48_000_000);
        steps.add(new StepStarted(2, "machine", "look", "before"), 83_000_000);
        steps.add(new StepStarted(3, "client", "connect", null), 112_300_000);
        assertEquals(List.of("1   48.000 ms  server listen", "2   83.000 ms  machine look (before)", "3  112.300 ms  client connect"), steps.all());
    }

    @Test
    void namesOfAFileAreMadeSafe() {
        StepNotes steps = new StepNotes(Glyphs.ASCII, 0);
        steps.add(new StepStarted(1, "\u001b[2J", "listen", null), 1);
        assertTrue(steps.all().getFirst().endsWith("  \\x1b[2J listen"), steps.all().getFirst());
    }
}
