package dev.lifeline.race;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import java.util.ArrayList;
import java.util.List;

/// In which order candidates are tried. Within a family the order of the resolver is kept (RFC 6724 on most systems).
enum Ordering {
    /// As the resolver gave them.
    AS_GIVEN,
    /// The families alternate, the first candidate's family first.
    ALTERNATING,
    /// The families alternate, IPv6 first.
    ALTERNATING_IPV6_FIRST,
    /// All of the first candidate's family, then all of the other.
    FIRST_FAMILY_FIRST,
    /// All of IPv6, then all of IPv4.
    IPV6_FIRST,
    /// All of IPv4, then all of IPv6.
    IPV4_FIRST;

    /// All of them in the order in which they are tried.
    ///
    /// @param count attempts to the first family before the first to the other, where they alternate (First Address Family Count)
    List<Endpoint> of(List<Endpoint> given, int count) {
        if (given.size() < 2 || this == AS_GIVEN) {
            return List.copyOf(given);
        }
        Family first = switch (this) {
            case ALTERNATING_IPV6_FIRST, IPV6_FIRST -> Family.IPV6;
            case IPV4_FIRST -> Family.IPV4;
            case AS_GIVEN, ALTERNATING, FIRST_FAMILY_FIRST -> given.getFirst().family();
        };
        List<Endpoint> leading = only(first, given);
        List<Endpoint> following = only(first.other(), given);
        if (this != ALTERNATING && this != ALTERNATING_IPV6_FIRST) {
            leading.addAll(following);
            return List.copyOf(leading);
        }
        return alternate(leading, following, count);
    }

    /// Those that wait in the order in which they are tried after those that were: the families go on alternating.
    ///
    /// @param count as in [#of]
    static List<Endpoint> after(List<Endpoint> tried, List<Endpoint> waiting, int count) {
        if (tried.isEmpty() || waiting.isEmpty()) {
            return ALTERNATING.of(waiting, count);
        }
        Family first = tried.getFirst().family();
        Family last = tried.getLast().family();
        int owed = count - only(first, tried).size();
        boolean stays = last == first && owed > 0 && only(first.other(), tried).isEmpty();
        Family next = stays ? first : last.other();
        return alternate(only(next, waiting), only(next.other(), waiting), stays ? owed : 1);
    }

    private static List<Endpoint> only(Family family, List<Endpoint> given) {
        List<Endpoint> chosen = new ArrayList<>(given.size());
        for (Endpoint each : given) {
            if (each.family() == family) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    private static List<Endpoint> alternate(List<Endpoint> leading, List<Endpoint> following, int count) {
        List<Endpoint> mixed = new ArrayList<>(leading.size() + following.size());
        int ahead = Math.min(count - 1, leading.size());
        mixed.addAll(leading.subList(0, ahead));
        for (int i = 0; i < Math.max(leading.size() - ahead, following.size()); i++) {
            if (ahead + i < leading.size()) {
                mixed.add(leading.get(ahead + i));
            }
            if (i < following.size()) {
                mixed.add(following.get(i));
            }
        }
        return List.copyOf(mixed);
    }
}
