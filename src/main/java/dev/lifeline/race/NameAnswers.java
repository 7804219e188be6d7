package dev.lifeline.race;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The wait for the two answers of a name whose families are asked for apart, at one moment (RFC 8305 section 3). Each step gives
/// the next state; nothing is changed.
///
/// @param six how the question for IPv6 addresses (AAAA) stands
/// @param four how the question for IPv4 addresses (A) stands
/// @param due when the Resolution Delay ends; [ConnectionRace#NEVER] where it does not run
/// @param delay how long it is, in nanoseconds
public record NameAnswers(Standing six, Standing four, long due, long delay) {

    /// The start: both are asked, neither has answered.
    ///
    /// @param personality one that [Personality#asksApart]
    public static NameAnswers asked(Personality personality) {
        return new NameAnswers(Standing.PENDING, Standing.PENDING, ConnectionRace.NEVER, personality.resolutionDelayNanos());
    }

    /// How a question stands.
    public enum Standing {
        /// There is no answer yet.
        PENDING,
        /// It has an address at least.
        POSITIVE,
        /// It has none, for whatever reason, or is not waited for any more.
        NEGATIVE
    }

    /// How it goes on.
    public enum Course {
        /// An answer is waited for.
        WAIT,
        /// The race begins with the addresses that are there.
        RACE,
        /// There are no addresses.
        NOTHING
    }

    /// Takes an answer.
    ///
    /// @param positive says if it has an address at least
    /// @param now nanoseconds on the caller's clock
    public NameAnswers answered(Family family, boolean positive, long now) {
        Standing standing = positive ? Standing.POSITIVE : Standing.NEGATIVE;
        if (family == Family.IPV6) {
            return new NameAnswers(standing, four, ConnectionRace.NEVER, delay);
        }
        boolean delayed = positive && six == Standing.PENDING;
        return new NameAnswers(six, standing, delayed ? now + delay : ConnectionRace.NEVER, delay);
    }

    /// Says how it goes on: AAAA begins the race at once, A when AAAA has answered or the Resolution Delay is over.
    ///
    /// @param now nanoseconds on the caller's clock
    public Course course(long now) {
        if (six == Standing.POSITIVE || four == Standing.POSITIVE && (six == Standing.NEGATIVE || now >= due)) {
            return Course.RACE;
        }
        return six == Standing.NEGATIVE && four == Standing.NEGATIVE ? Course.NOTHING : Course.WAIT;
    }

    /// The family that has not answered, or `null` where both have; AAAA where neither has.
    public Family pending() {
        return six == Standing.PENDING ? Family.IPV6 : four == Standing.PENDING ? Family.IPV4 : null;
    }

    /// The addresses of both families as a resolver would give them that was asked once: of each family in its own order, the
    /// family first whose first address is the better destination by RFC 6724 section 6 ([DestinationOrder]).
    ///
    /// @param six may be empty
    /// @param four may be empty
    /// @param sources the source address that the kernel would take for the first of each; one without a way is missing
    public static List<Endpoint> joined(List<Endpoint> six, List<Endpoint> four, Map<Endpoint, Endpoint> sources) {
        boolean both = !six.isEmpty() && !four.isEmpty();
        boolean fourFirst = six.isEmpty() || both
                && DestinationOrder.of(List.of(six.getFirst(), four.getFirst()), sources).getFirst().family() == Family.IPV4;
        List<Endpoint> all = new ArrayList<>(fourFirst ? four : six);
        all.addAll(fourFirst ? six : four);
        return List.copyOf(all);
    }
}
