package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.word.Literals;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Printable;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gathers what is wrong with a file, so that a person sees all of it at once.
public final class Problems {

    /// Most problems that are told; more are counted only: with so many slips the first ones are mended first.
    public static final int MOST = 25;

    /// A longer list is not told beside a good guess.
    private static final int LONG_LIST = 20;

    private static final int MAX_TEXT = 600;
    private static final int MAX_LIST = 400;

    private final List<Problem> found = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private int more;

    /// Notes one. The same is told once of a text that several aliases stand for.
    public void add(Position position, String text) {
        if (!told.add(position + " " + text)) {
            return;
        }
        if (found.size() == MOST) {
            more++;
            return;
        }
        String safe = Printable.ascii(text);
        found.add(new Problem(position, (safe.length() > MAX_TEXT ? safe.substring(0, MAX_TEXT) + "..." : safe)
                + (position.by() == null ? "" : " (" + Printable.ascii(position.by()) + ")")));
    }

    /// A word that is none of those that there are.
    void unknown(Position position, String what, String word, Collection<String> words) {
        unknown(position, what, word, words, "");
    }

    /// A word that is none of those that there are; where it is not near to one of them, `more` says what else could stand there.
    void unknown(Position position, String what, String word, Collection<String> words, String more) {
        String nearest = Nearest.of(word, words);
        String all = words.isEmpty() ? "there are none here" : "there " + (words.size() == 1 ? "is " : "are ") + some(words);
        add(position, what + " " + Quoted.content(word) + " is not known; " + (nearest == null ? all + more
                : "did you mean " + nearest + "?" + (words.size() > LONG_LIST ? "" : " " + all)));
    }

    /// A label that no step has.
    void unknownLabel(Position position, String where, String label, Collection<String> labels) {
        unknown(position, where + ": label", label, labels, (labels.isEmpty() ? "; " : "; or ") + "write label: "
                + (Literals.isName(label) ? label : "NAME") + " at the step that is meant");
    }

    /// Lists so many words as a person reads in one message.
    private static String some(Collection<String> words) {
        String all = list(words);
        int end = all.length() <= MAX_LIST ? all.length() : all.lastIndexOf(", ", MAX_LIST);
        return end == all.length() ? all : all.substring(0, end) + " and more: trace scenarios schema has all " + words.size();
    }

    boolean any() {
        return !found.isEmpty();
    }

    /// Lists the problems in the order of the file.
    List<Problem> inOrder() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt((Problem one) -> one.position().line())
                .thenComparingInt(one -> one.position().column()));
        return sorted;
    }

    int more() {
        return more;
    }

    public static String list(Collection<String> words) {
        return String.join(", ", words);
    }
}
