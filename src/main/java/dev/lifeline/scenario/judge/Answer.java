package dev.lifeline.scenario.judge;

import dev.lifeline.scenario.judge.Finding.State;

/// What a check came to.
///
/// @param state whether it held
/// @param expected what was looked for, in one line
/// @param observed what was seen, in one line
public record Answer(State state, String expected, String observed) {

    public static Answer of(boolean held, String expected, String observed) {
        return new Answer(held ? State.HELD : State.NOT_HELD, expected, observed);
    }

    public static Answer notSeen(String expected, String why) {
        return new Answer(State.NOT_SEEN, expected, why);
    }
}
