package dev.lifeline.scenario.judge;

import dev.lifeline.model.event.PlayEvent.StepStarted;
import dev.lifeline.scenario.Step;

/// Place of a step in the trace.
///
/// @param firstSequence the sequence number of its beginning
/// @param lastSequence the sequence number of its end
/// @param begin nanoseconds since the origin of the trace
/// @param end nanoseconds since the origin of the trace
/// @param looked when the last look was made that its end asked for, in the same count; -1 where it asked for none
public record StepMark(long firstSequence, long lastSequence, long begin, long end, long looked) {

    /// One after which nobody looked.
    public StepMark(long firstSequence, long lastSequence, long begin, long end) {
        this(firstSequence, lastSequence, begin, end, -1);
    }

    /// The key of a step's mark: its label where it has one, else its number. No label is a number.
    public static String key(Step step) {
        return step.label() != null ? step.label() : Integer.toString(step.number());
    }

    /// The same of a step that was recorded.
    static String key(StepStarted step) {
        return step.label() != null ? step.label() : Integer.toString(step.number());
    }

    /// The same step, looked at after its end.
    StepMark lookedAt(long at) {
        return new StepMark(firstSequence, lastSequence, begin, end, Math.max(looked, at));
    }

    /// How long the step took, in nanoseconds.
    public long took() {
        return end - begin;
    }
}
