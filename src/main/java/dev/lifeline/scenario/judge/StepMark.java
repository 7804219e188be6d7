package dev.lifeline.scenario.judge;

import dev.lifeline.model.event.PlayEvent.StepStarted;
import dev.lifeline.scenario.Step;

/// Place of a step in the trace.
///
/// @param firstSequence the sequence number of its beginning
/// @param lastSequence the sequence number of its end
/// @param begin nanoseconds since the origin of the trace
/// @param end nanoseconds since the origin of the trace
public record StepMark(long firstSequence, long lastSequence, long begin, long end) {

    /// The key of a step's mark: its label where it has one, else its number. No label is a number.
    public static String key(Step step) {
        return step.label() != null ? step.label() : Integer.toString(step.number());
    }

    /// The same of a step that was recorded.
    static String key(StepStarted step) {
        return step.label() != null ? step.label() : Integer.toString(step.number());
    }

    /// How long the step took, in nanoseconds.
    public long took() {
        return end - begin;
    }
}
