package dev.lifeline.race;

import dev.lifeline.model.Endpoint;

/// A wish of the race, or its result.
public sealed interface Output {

    /// Begin an attempt now.
    ///
    /// @param attempt its number, from 1: the place of its candidate in the order
    /// @param candidate where to connect to
    record Start(int attempt, Endpoint candidate) implements Output {
    }

    /// Give [Input.TimerDue] at this time. Replaces every earlier wish of this kind.
    ///
    /// @param nanos on the caller's clock; [ConnectionRace#NEVER] where no timer is needed any more
    record WakeAt(long nanos) implements Output {
    }

    /// Give an attempt up and close its socket, connected or not. Nothing more need be reported of it.
    ///
    /// @param attempt its number, from 1
    /// @param reason why, for a person
    record Abandon(int attempt, String reason) implements Output {
    }

    /// The race is decided: the connection is this attempt's.
    ///
    /// @param attempt its number, from 1
    record Won(int attempt) implements Output {
    }

    /// The race is decided: no candidate is left, and none has connected.
    record AllFailed() implements Output {
    }
}
