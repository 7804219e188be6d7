package dev.lifeline.step;

import dev.lifeline.text.Printable;

/// The end of a step of a scenario: whoever comes to a gate next, or the play to its next step, stands. A step for the background may end
/// long after the one behind it began.
///
/// @param step its number, from 1
/// @param label the name that the file gives it
public record StepEnd(int step, String label) implements StopCause {

    @Override
    public String text() {
        return "after " + Printable.ascii(label) + ", step " + step;
    }
}
