package dev.lifeline.step;

import dev.lifeline.text.Printable;

/// The moment before a step of a scenario begins.
///
/// @param step its number, from 1
/// @param label what the file calls it
public record StepPlace(int step, String label) implements StopCause {

    /// Says if a stop is there.
    public boolean is(Stop stop) {
        return stop.kind() == Stop.Kind.STEP && stop.step() == step;
    }

    @Override
    public String text() {
        return "at " + Printable.ascii(label) + ", before step " + step;
    }
}
