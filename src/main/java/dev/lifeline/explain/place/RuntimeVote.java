package dev.lifeline.explain.place;

import dev.lifeline.explain.rule.Match;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells whose wording a text is, by how much of it each runtime's rules found.
final class RuntimeVote {

    /// Within other programs: they count where no program is known.
    private static final Set<String> LIBRARIES = Set.of("OpenSSL", "GnuTLS", "NSS", "mbed TLS", "wolfSSL", "librdkafka", "gRPC", "Windows", "Linux");

    private RuntimeVote() {
    }

    /// The runtime; `null` where it cannot be told.
    static String of(List<Match> matches, List<Match> rests) {
        Map<String, Integer> votes = new HashMap<>();
        for (Match match : matches) {
            String runtime = match.phrase().runtime();
            if (runtime != null) {
                boolean only = match.phrase().part() && match.phrase().code() == null && match.phrase().operation() == null;
                int length = Math.min(60, match.end() - match.start());
                votes.merge(runtime, (only ? 2 : 1) * length + (rests.contains(match) ? 20 : 0), Integer::sum);
            }
        }
        String best = null;
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            boolean better = best == null || LIBRARIES.contains(best) && !LIBRARIES.contains(vote.getKey())
                    || LIBRARIES.contains(best) == LIBRARIES.contains(vote.getKey())
                    && (vote.getValue() > votes.get(best) || vote.getValue().equals(votes.get(best)) && vote.getKey().compareTo(best) < 0);
            best = better ? vote.getKey() : best;
        }
        return best;
    }
}
