package dev.lifeline.explain;

import dev.lifeline.explain.place.CausesOfEntry;
import dev.lifeline.explain.rule.Match;
import dev.lifeline.explain.rule.PhraseBook;
import java.util.List;

/// Explains the text of an error, whoever wrote it. Safe for use by any thread.
public final class Explainer {

    private final PhraseBook vocabulary;

    /// Makes one of a vocabulary.
    public Explainer(PhraseBook vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// The one of the vocabulary that the program brings.
    public static Explainer builtIn() {
        return new Explainer(PhraseBook.builtIn());
    }

    /// The errors of an entry of a log, the surest first; empty where it tells of none.
    ///
    /// @param entry the text of an entry: lines that belong together, such as a message and its stack trace
    public List<Explanation> explain(String entry) {
        List<Match> matches = vocabulary.find(entry);
        return matches.isEmpty() ? List.of() : CausesOfEntry.explained(entry, matches);
    }

    /// The errors of a text that somebody asks about: one at least, which says none where it tells of none.
    public List<Explanation> answer(String text) {
        List<Match> matches = vocabulary.find(text);
        List<Explanation> found = matches.isEmpty() ? List.of() : CausesOfEntry.explained(text, matches);
        return found.isEmpty() ? List.of(CausesOfEntry.none(matches)) : found;
    }
}
