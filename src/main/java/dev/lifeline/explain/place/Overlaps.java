package dev.lifeline.explain.place;

import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.rule.Match;
import dev.lifeline.explain.rule.Phrase;
import java.util.ArrayList;
import java.util.List;

/// Leaves out what lies inside the words of a rule that tells more.
final class Overlaps {

    private Overlaps() {
    }

    /// The matches that count, in the order of the text.
    ///
    /// @param sorted by where they begin, the longer first
    static List<Match> without(List<Match> sorted) {
        List<Match> kept = new ArrayList<>(sorted.size());
        List<Match> open = new ArrayList<>();
        for (Match match : sorted) {
            open.removeIf(other -> other.end() <= match.start());
            boolean covered = false;
            for (Match other : open) {
                boolean longer = other.end() >= match.end() && (other.start() < match.start() || other.end() > match.end());
                covered |= longer && tellsMore(other.phrase(), match.phrase());
            }
            open.add(match);
            if (!covered) {
                kept.add(match);
            }
        }
        return kept;
    }

    /// Tells whether the rule of a longer match makes that of one inside it needless.
    private static boolean tellsMore(Phrase longer, Phrase inside) {
        if (longer.part() || longer.wrapper() && !inside.part()) {
            return false;
        }
        if (inside.part()) {
            // What was being done still tells several stages apart, and a code is what a phrase without one lacks.
            return inside.code() != null ? longer.code() != null || longer.stages().getFirst() == ErrorStage.NONE : inside.operation() == null;
        }
        return inside.stages().size() >= longer.stages().size();
    }
}
