package dev.lifeline.explain.place;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.rule.Match;
import dev.lifeline.explain.rule.Phrase;
import java.util.List;

/// Places an error by its causes: the innermost that tells enough wins, and takes from the outer ones what it lacks.
final class Placing {

    private final List<CauseClues> chain;
    private final Candidates candidates;

    /// @param chain the causes from the innermost to the outermost
    Placing(String text, List<CauseClues> chain) {
        this.chain = chain;
        this.candidates = new Candidates(new ActSearch(text, chain), new Surroundings(text));
    }

    /// Where it was observed; `null` where nothing tells of a connection.
    Placed placed() {
        Placed loose = null;
        for (int level = 0; level < chain.size(); level++) {
            Placed placed = firm(chain.get(level), level);
            if (placed != null && placed.sure() != Confidence.LOW) {
                return placed;
            }
            loose = loose == null ? placed : loose;
        }
        for (int level = 0; level < chain.size(); level++) {
            Match wrapper = chain.get(level).wrapper();
            if (wrapper != null && (loose == null || wrapper.phrase().confidence() != Confidence.LOW)) {
                Placed placed = candidates.phrase(wrapper, chain.get(level), level);
                if (loose == null || loose.code() == null || loose.code().equals(placed.code())) {
                    return placed;
                }
            }
        }
        return loose;
    }

    private Placed firm(CauseClues clues, int level) {
        Placed best = null;
        int score = -1;
        for (Match match : clues.places) {
            Placed placed = candidates.phrase(match, clues, level);
            int here = score(placed);
            if (here >= score) {
                best = placed;
                score = here;
            }
        }
        Match wrapper = clues.wrapper();
        if (wrapper != null && (best == null && wrapper.phrase().confidence() == Confidence.HIGH || !clues.codes.isEmpty())) {
            Placed placed = candidates.phrase(wrapper, clues, level);
            int here = score(placed) - 15;
            if (here >= score) {
                best = placed;
                score = here;
            }
        }
        for (Match match : clues.codes) {
            Placed placed = candidates.code(match, level);
            int here = placed == null ? -1 : score(placed);
            if (here > score || here == score && best != null && !best.named()) {
                best = placed;
                score = here;
            }
        }
        return withNone(clues, level, best);
    }

    /// A phrase that says that it is no error of a connection stands against all but a cause that is told behind it.
    private Placed withNone(CauseClues clues, int level, Placed best) {
        if (clues.nones.isEmpty()) {
            return best;
        }
        Match none = clues.nones.getLast();
        boolean inner = best != null && best.by().start() >= none.end() && (best.named() || best.act() != null && !best.act().weak());
        return inner ? best : candidates.phrase(none, clues, level);
    }

    private static int score(Placed placed) {
        int sure = switch (placed.sure()) {
            case HIGH -> 40;
            case MEDIUM -> 25;
            case LOW -> 10;
        };
        Phrase phrase = placed.by().phrase();
        boolean general = phrase.family().equals("english");
        return sure - (placed.open().isEmpty() ? 0 : 3) - (general ? 6 : 0) - (placed.named() ? 0 : 4) - (placed.stage() == ErrorStage.NONE ? 10 : 0);
    }
}
