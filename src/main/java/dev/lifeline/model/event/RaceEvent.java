package dev.lifeline.model.event;

import dev.lifeline.model.Endpoint;
import java.util.List;
import java.util.Objects;

/// Something was decided in the race between the addresses of a name (RFC 8305). What each attempt did is in its own stage events.
public sealed interface RaceEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        ORDERED, LEFT_OUT, ABANDONED, WON
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
}
