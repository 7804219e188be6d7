package dev.lifeline.race;

import dev.lifeline.model.Endpoint;
import java.util.List;
import java.util.Map;

/// A fact that the race is told.
public sealed interface Input {

    /// Its kind, for those who must know them all.
    Kind kind();

    /// One constant for each record.
    enum Kind { BEGIN, CONNECTING, FAILED, CONNECTED, ARRIVED, TIMER_DUE, CANCEL }

    /// The race begins; the first input, and given once.
    record Begin() implements Input {
        @Override
        public Kind kind() {
            return Kind.BEGIN;
        }
    }

    /// An attempt calls connect now: a delay counts from here, and not from the wish to start it.
    ///
    /// @param attempt its number, from 1
    /// @param nanos when, on the caller's clock
    record Connecting(int attempt, long nanos) implements Input {
        @Override
        public Kind kind() {
            return Kind.CONNECTING;
        }
    }

    /// An attempt ended without a connection.
    ///
    /// @param attempt its number, from 1
    record Failed(int attempt) implements Input {
        @Override
        public Kind kind() {
            return Kind.FAILED;
        }
    }

    /// An attempt has a connection.
    ///
    /// @param attempt its number, from 1
    record Connected(int attempt) implements Input {
        @Override
        public Kind kind() {
            return Kind.CONNECTED;
        }
    }

    /// The other family's answer came, or will not come any more (RFC 8305 section 3). Given once, where it was expected.
    ///
    /// @param candidates in the resolver's order; none where the answer was none. Those that the race has are not taken again
    /// @param delays how long the next attempt waits for each, in nanoseconds, where it is another time than the personality's
    record Arrived(List<Endpoint> candidates, Map<Endpoint, Long> delays) implements Input {
        public Arrived {
            candidates = List.copyOf(candidates);
            delays = Map.copyOf(delays);
        }

        @Override
        public Kind kind() {
            return Kind.ARRIVED;
        }
    }

    /// The time of the last [Output.WakeAt] has come. Too early or once too often does no harm.
    record TimerDue() implements Input {
        @Override
        public Kind kind() {
            return Kind.TIMER_DUE;
        }
    }

    /// The race is to end without a result.
    record Cancel() implements Input {
        @Override
        public Kind kind() {
            return Kind.CANCEL;
        }
    }
}
