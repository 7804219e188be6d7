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

    List<Endpoint> of(List<Endpoint> given) {
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
        return alternate(leading, following);
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

    private static List<Endpoint> alternate(List<Endpoint> leading, List<Endpoint> following) {
        List<Endpoint> mixed = new ArrayList<>(leading.size() + following.size());
        for (int i = 0; i < Math.max(leading.size(), following.size()); i++) {
            if (i < leading.size()) {
                mixed.add(leading.get(i));
            }
            if (i < following.size()) {
                mixed.add(following.get(i));
            }
        }
        return List.copyOf(mixed);
    }
}
