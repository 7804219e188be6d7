package dev.lifeline.view;

import java.util.ArrayList;
import java.util.List;

/// The steps of a scenario as one paragraph: which began when. A play marks each with a remark `step 2: client connect`.
final class StepNotes {

    private static final String STEP = "step ";

    private final Glyphs glyphs;
    private final List<String> steps = new ArrayList<>();

    StepNotes(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /// Takes the remark where it marks the next step.
    ///
    /// @param at nanoseconds since the origin
    /// @return whether it does; else it is an ordinary remark
    boolean took(String remark, long at) {
        String mark = STEP + (steps.size() + 1) + ": ";
        if (!remark.startsWith(mark)) {
            return false;
        }
        steps.add((steps.size() + 1) + " " + Text.safe(remark.substring(mark.length())) + " at " + Wrap.together(Time.of(at, glyphs)));
        return true;
    }

    /// All of them; empty where there are none.
    String words() {
        return String.join(", ", steps);
    }
}
