package dev.lifeline.scenario.judge;

import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.text.Marked;
import dev.lifeline.wording.FindingWords;
import java.util.Objects;

/// An expectation and how it went.
///
/// @param expectation which
/// @param state how it went
/// @param wanted what was to be there, in one line; where it did not hold, what of it was not so is marked
/// @param seen what was there instead, or what shows that it held, in one line; where it did not hold, what differs is marked
public record Finding(Expectation expectation, FindingState state, Marked wanted, Marked seen) {

    public Finding {
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(wanted, "wanted");
        Objects.requireNonNull(seen, "seen");
    }

    /// One of which nothing is marked.
    public Finding(Expectation expectation, FindingState state, String expected, String observed) {
        this(expectation, state, Marked.plain(expected), Marked.plain(observed));
    }

    /// The finding as a person reads it.
    public FindingWords.Shown shown() {
        return new FindingWords.Shown(expectation.number(), expectation.id(), state, wanted, seen);
    }

    public String expected() {
        return wanted.text();
    }

    public String observed() {
        return seen.text();
    }
}
