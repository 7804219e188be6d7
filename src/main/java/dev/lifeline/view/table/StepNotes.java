package dev.lifeline.view.table;

import dev.lifeline.model.event.PlayEvent.StepStarted;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.waterfall.Scale;
import dev.lifeline.wording.PlayWords;
import java.util.ArrayList;
import java.util.List;

/// The steps of a scenario as a table: which began when.
public final class StepNotes {

    private record Begun(long at, StepStarted step) {
    }

    private final Glyphs glyphs;
    private final long origin;
    private final List<Begun> steps = new ArrayList<>();

    /// @param origin from where times are counted, in nanoseconds since the origin of the trace
    public StepNotes(Glyphs glyphs, long origin) {
        this.glyphs = glyphs;
        this.origin = origin;
    }

    /// Takes the next step.
    ///
    /// @param at nanoseconds since the origin
    public void add(StepStarted step, long at) {
        steps.add(new Begun(at - origin, step));
    }

    /// All of them, each with its time, in columns; empty where there are none.
    List<String> all() {
        Scale scale = Scale.of(steps.isEmpty() ? 0 : steps.getLast().at(), glyphs);
        int number = String.valueOf(steps.size()).length();
        int time = 0;
        for (Begun each : steps) {
            time = Math.max(time, figure(scale, each.at()).length());
        }
        List<String> all = new ArrayList<>();
        for (Begun each : steps) {
            all.add(FittedText.right(String.valueOf(each.step().number()), number) + "  "
                    + FittedText.right(figure(scale, each.at()), time) + " " + scale.name() + "  " + PlayWords.step(each.step()));
        }
        return all;
    }

    /// Writes a time; the set-up of a play stands before the time 0 of its connection.
    private static String figure(Scale scale, long at) {
        return at < 0 ? "-" + scale.figure(-at) : scale.figure(at);
    }
}
