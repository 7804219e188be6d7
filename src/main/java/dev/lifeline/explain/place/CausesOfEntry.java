package dev.lifeline.explain.place;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Explanation;
import dev.lifeline.explain.Words;
import dev.lifeline.explain.field.Ends;
import dev.lifeline.explain.field.Secrets;
import dev.lifeline.explain.rule.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The errors that an entry tells of, each with the causes that it was told to have.
public final class CausesOfEntry {

    private final String text;
    private final List<Match> matches;
    private final Map<Cause, CauseClues> clues = new IdentityHashMap<>();
    private final List<Cause> causes;

    private CausesOfEntry(String text, List<Match> matches) {
        this.text = text;
        this.matches = Overlaps.without(matches);
        this.causes = CauseCut.of(text);
        for (Cause cause : causes) {
            clues.put(cause, new CauseClues(cause));
        }
        for (Match match : this.matches) {
            for (Cause cause : causes) {
                if (cause.holds(match.start())) {
                    clues.get(cause).add(match, text);
                    break;
                }
            }
        }
    }

    /// Explains each error; empty where nothing tells of one.
    ///
    /// @param text the text of an entry
    /// @param matches the rules found in it, in the order of the text
    public static List<Explanation> explained(String text, List<Match> matches) {
        CausesOfEntry entry = new CausesOfEntry(text, matches);
        List<Explanation> found = new ArrayList<>();
        for (Cause cause : entry.causes) {
            if (entry.innermost(cause)) {
                entry.explain(cause, found);
            }
        }
        return MergedAnswers.of(found);
    }

    private boolean innermost(Cause cause) {
        for (Cause other : causes) {
            if (other.outer == cause && !other.besides) {
                return false;
            }
        }
        return true;
    }

    private void explain(Cause innermost, List<Explanation> found) {
        List<CauseClues> chain = new ArrayList<>();
        for (Cause cause = innermost; cause != null; cause = cause.besides ? null : cause.outer) {
            if (clues.containsKey(cause)) {
                chain.add(clues.get(cause));
            }
        }
        Placed placed = new Placing(text, chain).placed();
        if (placed != null) {
            found.add(explanation(placed, chain));
        }
    }

    private Explanation explanation(Placed placed, List<CauseClues> chain) {
        List<int[]> places = new ArrayList<>();
        List<Match> inOrder = new ArrayList<>();
        for (CauseClues one : chain) {
            places.addAll(one.cause.pieces);
            inOrder.addAll(one.all);
        }
        Ends ends = Ends.of(text, placed.stage(), places, inOrder);
        String operation = placed.act() == null || placed.stage() == ErrorStage.NONE ? null : Act.named(placed.act().match().phrase().operation());
        return new Explanation(placed.stage(), placed.open(), placed.sure(), words(placed), placed.open().isEmpty() ? null : apart(placed),
                placed.by().phrase().because(), placed.code(), operation, ends.local(), ends.remote(), RuntimeVote.of(matches, placed.rests()));
    }

    private static String apart(Placed placed) {
        String told = placed.by().phrase().apart();
        if (told != null) {
            return told;
        }
        if (placed.open().contains(ErrorStage.NONE)) {
            return "Whether it was a socket at all: a pipe or a file gives the same words.";
        }
        return "The call that failed, which these words do not name: a stack trace has it, and `trace connect` shows how far a connection comes.";
    }

    private List<Words> words(Placed placed) {
        List<Match> rests = new ArrayList<>(placed.rests());
        rests.sort(Comparator.comparingInt(Match::start).thenComparing(Match::end, Comparator.reverseOrder()));
        List<Words> words = new ArrayList<>();
        int end = -1;
        for (Match match : rests) {
            if (match.end() > end) {
                int from = Math.max(match.start(), end);
                words.add(new Words(from, match.end(), Secrets.masked(text.substring(from, match.end()))));
                end = match.end();
            }
        }
        return words;
    }

    /// The answer to a text in which nothing tells of an error of a connection. It rests on no words, so it is never sure: the text may
    /// be in words that are not known here.
    ///
    /// @param matches the rules that were found all the same
    public static Explanation none(List<Match> matches) {
        boolean hints = matches.stream().anyMatch(match -> match.phrase().code() != null || !match.phrase().part());
        return new Explanation(ErrorStage.NONE, List.of(), hints ? Confidence.LOW : Confidence.MEDIUM, List.of(), null, null, null, null, null, null,
                RuntimeVote.of(matches, List.of()));
    }
}
