package dev.lifeline.view;

import java.util.ArrayList;
import java.util.List;

/// The steps of a scenario: which began when, one by one or as one paragraph. A play marks each with a remark
/// `step 2: client connect`.
final class StepNotes {

    private static final String STEP = "step ";

    private final Glyphs glyphs;
    private final List<String> steps = new ArrayList<>();
    private String last;

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
        String what = Text.safe(remark.substring(mark.length()));
        last = (steps.size() + 1) + " began: " + what;
        steps.add((steps.size() + 1) + " " + what + " at " + Wrap.together(Time.of(at, glyphs)));
        return true;
    }

    /// The one that was taken last: `2 began: client connect`; `null` before the first.
    String last() {
        return last;
    }

    /// All of them; empty where there are none.
    String words() {
        return String.join(", ", steps);
    }
}
