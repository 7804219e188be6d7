package dev.lifeline.race;

import dev.lifeline.model.Endpoint;

/// A wish of the race, or its result.
public sealed interface Output {

    /// Its kind, for those who must know them all.
    Kind kind();

    /// One constant for each record.
    enum Kind { START, WAKE_AT, ABANDON, WON, ALL_FAILED }

    /// Begin an attempt now.
    ///
    /// @param attempt its number, from 1: the place of its candidate in the order
    /// @param candidate where to connect to
    record Start(int attempt, Endpoint candidate) implements Output {
        @Override
        public Kind kind() {
            return Kind.START;
        }
    }

    /// Give [Input.TimerDue] at this time. Replaces every earlier wish of this kind.
    ///
    /// @param nanos on the caller's clock; [ConnectionRace#NEVER] where no timer is needed any more
    record WakeAt(long nanos) implements Output {
        @Override
        public Kind kind() {
            return Kind.WAKE_AT;
        }
    }

    /// Give an attempt up and close its socket, connected or not. Nothing more need be reported of it.
    ///
    /// @param attempt its number, from 1
    /// @param reason why, for a person
    record Abandon(int attempt, String reason) implements Output {
        @Override
        public Kind kind() {
            return Kind.ABANDON;
        }
    }

    /// The race is decided: the connection is this attempt's.
    ///
    /// @param attempt its number, from 1
    record Won(int attempt) implements Output {
        @Override
        public Kind kind() {
            return Kind.WON;
        }
    }

    /// The race is decided: no candidate is left, and none has connected.
    record AllFailed() implements Output {
        @Override
        public Kind kind() {
            return Kind.ALL_FAILED;
        }
    }
}
