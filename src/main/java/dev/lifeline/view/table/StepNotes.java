package dev.lifeline.view.table;

import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.view.waterfall.Scale;
import java.util.ArrayList;
import java.util.List;

/// The steps of a scenario: which began when, one by one or as a table. A play marks each with a remark `step 2: client connect`.
public final class StepNotes {

    private static final String STEP = "step ";

    private record Begun(long at, String what) {
    }

    private final Glyphs glyphs;
    private final List<Begun> steps = new ArrayList<>();

    public StepNotes(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /// Takes the remark where it marks the next step.
    ///
    /// @param at nanoseconds since the origin
    /// @return whether it does; else it is an ordinary remark
    public boolean took(String remark, long at) {
        String mark = STEP + (steps.size() + 1) + ": ";
        if (!remark.startsWith(mark)) {
            return false;
        }
        steps.add(new Begun(at, Printable.ascii(remark.substring(mark.length()))));
        return true;
    }

    /// The one that was taken last: `2 began: client connect`; `null` before the first.
    public String last() {
        return steps.isEmpty() ? null : steps.size() + " began: " + steps.getLast().what();
    }

    /// All of them, each with its time, in columns; empty where there are none.
    List<String> all() {
        Scale scale = Scale.of(steps.isEmpty() ? 0 : steps.getLast().at(), glyphs);
        int number = String.valueOf(steps.size()).length();
        int time = 0;
        for (Begun step : steps) {
            time = Math.max(time, scale.figure(step.at()).length());
        }
        List<String> all = new ArrayList<>();
        for (Begun step : steps) {
            all.add(FittedText.right(String.valueOf(all.size() + 1), number) + "  " + FittedText.right(scale.figure(step.at()), time) + " " + scale.name()
                    + "  " + step.what());
        }
        return all;
    }
}
