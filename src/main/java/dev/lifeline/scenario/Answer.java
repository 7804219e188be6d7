package dev.lifeline.scenario;

import dev.lifeline.scenario.Finding.State;

/// What a check came to.
///
/// @param state whether it held
/// @param expected what was looked for, in one line
/// @param observed what was seen, in one line
record Answer(State state, String expected, String observed) {

    static Answer of(boolean held, String expected, String observed) {
        return new Answer(held ? State.HELD : State.NOT_HELD, expected, observed);
    }

    static Answer notSeen(String expected, String why) {
        return new Answer(State.NOT_SEEN, expected, why);
    }
}
