package dev.lifeline.race;

/// A fact that the race is told.
public sealed interface Input {

    /// The race begins; the first input, and given once.
    record Begin() implements Input {
    }

    /// An attempt ended without a connection.
    ///
    /// @param attempt its number, from 1
    record Failed(int attempt) implements Input {
    }

    /// An attempt has a connection.
    ///
    /// @param attempt its number, from 1
    record Connected(int attempt) implements Input {
    }

    /// The time of the last [Output.WakeAt] has come. Too early or once too often does no harm.
    record TimerDue() implements Input {
    }

    /// The race is to end without a result.
    record Cancel() implements Input {
    }
}
