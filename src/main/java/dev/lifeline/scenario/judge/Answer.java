package dev.lifeline.scenario.judge;

import dev.lifeline.model.FindingState;

/// Answer of a check.
///
/// @param state whether it held
/// @param expected what was looked for, in one line
/// @param observed what was seen, in one line
public record Answer(FindingState state, String expected, String observed) {

    public static Answer of(boolean held, String expected, String observed) {
        return new Answer(held ? FindingState.HELD : FindingState.NOT_HELD, expected, observed);
    }

    public static Answer notSeen(String expected, String why) {
        return new Answer(FindingState.NOT_SEEN, expected, why);
    }
}
