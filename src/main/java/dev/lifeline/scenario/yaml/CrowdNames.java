package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.Crowd;
import java.util.LinkedHashMap;
import java.util.Map;

/// Crowds of a file that is being read, and the names of their members.
final class CrowdNames {

    private final Map<String, Integer> sizes = new LinkedHashMap<>();

    void add(String name, int size) {
        sizes.put(name, size);
    }

    /// Counts the members of a crowd; 0 for what is none.
    int size(String name) {
        return sizes.getOrDefault(name, 0);
    }

    /// Finds the crowd that would have a member of this name, however many it has; `null` where none would.
    String of(String member) {
        for (String crowd : sizes.keySet()) {
            if (Crowd.number(crowd, member) > 0) {
                return crowd;
            }
        }
        return null;
    }

    /// Says why a crowd has no member of this name; `null` where it has, or there is no such crowd.
    String beyond(String member) {
        String crowd = of(member);
        return crowd == null || Crowd.number(crowd, member) <= size(crowd) ? null
                : "there is no " + member + "; " + crowd + " is a crowd of " + size(crowd) + ": " + range(crowd);
    }

    /// Names the members: `crowd-1 to crowd-50`.
    String range(String crowd) {
        Crowd its = new Crowd(crowd, size(crowd));
        return its.size() == 1 ? its.member(1) : its.member(1) + " to " + its.member(its.size());
    }

}
