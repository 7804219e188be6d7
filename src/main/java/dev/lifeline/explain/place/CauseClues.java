package dev.lifeline.explain.place;

import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.rule.Match;
import dev.lifeline.explain.rule.Phrase;
import java.util.ArrayList;
import java.util.List;

/// Matches of one cause, by what it tells; each list in the order of the text.
final class CauseClues {

    private static final List<String> PURPOSES = List.of("cannot ", "can't ", "could not ", "couldn't ", "unable to ", "failed to ", "failure to ");

    final Cause cause;
    /// Name a place.
    final List<Match> places = new ArrayList<>();
    /// Say that it is no error of a connection.
    final List<Match> nones = new ArrayList<>();
    /// Name a place where nothing more is told.
    final List<Match> wrappers = new ArrayList<>();
    final List<Match> codes = new ArrayList<>();
    final List<ActClue> acts = new ArrayList<>();
    /// All of them, and what only tells a runtime.
    final List<Match> all = new ArrayList<>();

    CauseClues(Cause cause) {
        this.cause = cause;
    }

    void add(Match match, String text) {
        Phrase phrase = match.phrase();
        all.add(match);
        if (!phrase.part()) {
            if (phrase.wrapper()) {
                wrappers.add(match);
            } else if (phrase.stages().getFirst() == ErrorStage.NONE) {
                nones.add(match);
            } else {
                places.add(match);
            }
        } else if (phrase.code() != null) {
            codes.add(match);
        }
        Act act = Act.of(phrase.operation());
        if (act != null) {
            acts.add(new ActClue(act, match, phrase.part() && phrase.wrapper() || purpose(text, match.start())));
        }
    }

    /// The wrapper that tells most, the innermost of several; `null` for none.
    Match wrapper() {
        Match best = null;
        for (Match match : wrappers) {
            if (best == null || match.phrase().confidence().compareTo(best.phrase().confidence()) <= 0) {
                best = match;
            }
        }
        return best;
    }

    /// Tells whether words say what was wanted, and not which call failed.
    private static boolean purpose(String text, int at) {
        for (String words : PURPOSES) {
            if (text.regionMatches(true, at, words, 0, words.length())) {
                return true;
            }
        }
        return false;
    }
}
