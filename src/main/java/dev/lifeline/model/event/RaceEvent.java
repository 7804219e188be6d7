package dev.lifeline.model.event;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Family;
import java.util.List;
import java.util.Objects;

/// Something was decided in the race between the addresses of a name (RFC 8305). What each attempt did is in its own stage events.
public sealed interface RaceEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        ORDERED, LEFT_OUT, ABANDONED, WON, ASKED, ANSWERED, UNANSWERED, DELAYED, JOINED, PACED
    }

    @Override
    Kind kind();

    @Override
    default EventGroup group() {
        return EventGroup.RACE;
    }

    /// The candidates stand in the order in which they will be tried.
    ///
    /// @param personality whose rules are followed, for example `rfc8305`
    /// @param candidates in order; attempt 1 is the first
    record Ordered(String personality, List<Endpoint> candidates) implements RaceEvent {
        public Ordered {
            Objects.requireNonNull(personality, "personality");
            candidates = List.copyOf(candidates);
        }

        @Override
        public Kind kind() {
            return Kind.ORDERED;
        }
    }

    /// A candidate was left out before any call.
    ///
    /// @param candidate which
    /// @param reason why, for a person
    record LeftOut(Endpoint candidate, String reason) implements RaceEvent {
        public LeftOut {
            Objects.requireNonNull(candidate, "candidate");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Kind kind() {
            return Kind.LEFT_OUT;
        }
    }

    /// An attempt is given up because another won or a rule says so; its socket is closed.
    ///
    /// @param reason why, for a person
    record Abandoned(String reason) implements RaceEvent {
        public Abandoned {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Kind kind() {
            return Kind.ABANDONED;
        }
    }

    /// This attempt connected first: the connection is its socket.
    record Won() implements RaceEvent {
        @Override
        public Kind kind() {
            return Kind.WON;
        }
    }

    /// The addresses of one family are asked for, apart from the other's (RFC 8305 section 3): a call of getaddrinfo(3) begins.
    record Asked(Family family) implements RaceEvent {
        public Asked {
            Objects.requireNonNull(family, "family");
        }

        @Override
        public Kind kind() {
            return Kind.ASKED;
        }
    }

    /// The call for one family returned.
    ///
    /// @param addresses numeric, in the system's order; empty where there are none
    /// @param code why there are none; `null` where there are
    /// @param message the system's own text; `null` where there are addresses
    record Answered(Family family, List<String> addresses, ErrorCode code, String message) implements RaceEvent {
        public Answered {
            Objects.requireNonNull(family, "family");
            addresses = List.copyOf(addresses);
        }

        @Override
        public Kind kind() {
            return Kind.ANSWERED;
        }
    }

    /// The call for one family is not waited for any more; it had not returned.
    ///
    /// @param reason why, for a person
    record Unanswered(Family family, String reason) implements RaceEvent {
        public Unanswered {
            Objects.requireNonNull(family, "family");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Kind kind() {
            return Kind.UNANSWERED;
        }
    }

    /// The race is put off for the other family's answer (RFC 8305 section 3, Resolution Delay).
    ///
    /// @param family whose answer is waited for
    /// @param nanos how long at most
    record Delayed(Family family, long nanos) implements RaceEvent {
        public Delayed {
            Objects.requireNonNull(family, "family");
        }

        @Override
        public Kind kind() {
            return Kind.DELAYED;
        }
    }

    /// An answer that came during the race added candidates to it (RFC 8305 section 6).
    ///
    /// @param candidates the new ones; the numbers of their attempts go on from the highest that there was
    /// @param next all that have not been tried, in the order in which they will be
    record Joined(List<Endpoint> candidates, List<Endpoint> next) implements RaceEvent {
        public Joined {
            candidates = List.copyOf(candidates);
            next = List.copyOf(next);
        }

        @Override
        public Kind kind() {
            return Kind.JOINED;
        }
    }

    /// The delay after the attempt to a candidate follows the round-trip times that the kernel has measured to it (RFC 8305
    /// section 5).
    ///
    /// @param rtt smoothed, in nanoseconds
    /// @param variation its variation, in nanoseconds
    /// @param delay what follows, in nanoseconds
    record Paced(Endpoint candidate, long rtt, long variation, long delay) implements RaceEvent {
        public Paced {
            Objects.requireNonNull(candidate, "candidate");
        }

        @Override
        public Kind kind() {
            return Kind.PACED;
        }
    }
}
