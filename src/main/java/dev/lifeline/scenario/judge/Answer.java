package dev.lifeline.scenario.judge;

import dev.lifeline.model.FindingState;
import dev.lifeline.text.Marked;

/// Answer of a check.
///
/// @param state whether it held
/// @param wanted what was looked for, in one line; where it did not hold, what of it was not so is marked
/// @param seen what was seen, in one line; where it did not hold, what differs is marked
public record Answer(FindingState state, Marked wanted, Marked seen) {

    /// An answer in two texts; where it did not hold they differ from the first word on that is not the same.
    public static Answer of(boolean held, String expected, String observed) {
        return of(held, held ? Marked.plain(expected) : Marked.unlike(expected, observed),
                held ? Marked.plain(observed) : Marked.unlike(observed, expected));
    }

    public static Answer of(boolean held, Marked expected, Marked observed) {
        return new Answer(held ? FindingState.HELD : FindingState.NOT_HELD, expected, observed);
    }

    public static Answer notSeen(String expected, String why) {
        return new Answer(FindingState.NOT_SEEN, Marked.plain(expected), Marked.plain(why));
    }

    public String expected() {
        return wanted.text();
    }

    public String observed() {
        return seen.text();
    }
}
