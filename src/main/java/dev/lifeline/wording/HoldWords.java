package dev.lifeline.wording;

import dev.lifeline.analysis.Hold;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.step.StopWords;

/// Holds in words: a lane waits on purpose, and goes on.
public final class HoldWords {

    private HoldWords() {
    }

    /// Writes the beginning of a hold. Of a walk the mark leaves the reason out: it is the same at each of its stops.
    public static Wording of(Hold hold, Glyphs glyphs) {
        String before = "held " + place(hold);
        String reason = Printable.ascii(hold.reason());
        return new Wording(hold.reason().equals(StopWords.REASON) ? before : before + ": " + reason, before + ": " + reason,
                "the " + hold.lane().label() + " was " + before + " (" + reason + "), for " + Durations.of(hold.took(), glyphs));
    }

    /// Writes the end of a hold.
    public static Wording released(Hold hold, Glyphs glyphs) {
        return Wording.brief("goes on, " + Durations.of(hold.took(), glyphs) + " held",
                (hold.after() ? "went on past " : "went on to ") + hold.stage().label() + " after a hold of " + Durations.span(hold.took()));
    }

    /// Says where it is held: `before accept`.
    public static String place(Hold hold) {
        return (hold.after() ? "after " : "before ") + hold.stage().label();
    }
}
