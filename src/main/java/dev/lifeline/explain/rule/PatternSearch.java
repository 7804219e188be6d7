package dev.lifeline.explain.rule;

import java.util.HashMap;
import java.util.Map;

/// One pattern looked for in one text. Where a rest of the pattern did not fit once, it is not tried again at that place: the work
/// is bounded by the text's length, however its placeholders could be cut.
final class PatternSearch {

    /// Until then nothing is remembered: nearly every search ends before.
    private static final int STEPS_WITHOUT_MEMORY = 200;

    private final PhrasePattern pattern;
    private final PatternNode first;
    private final FoldedText text;
    private Map<String, String> captured = Map.of();
    private long[] failed;
    private long steps;
    private int end;

    PatternSearch(PhrasePattern pattern, FoldedText text) {
        this.pattern = pattern;
        this.first = pattern.first();
        this.text = text;
    }

    /// The next place from here on at which the pattern fits; -1 for none.
    int next(int from) {
        boolean literal = first.literal != null && first.literal.charAt(0) != ' ';
        char begins = literal ? first.literal.charAt(0) : 0;
        boolean word = !literal || FoldedText.inWord(begins);
        for (int at = from; at < text.length(); at++) {
            if (literal && text.at(at) != begins || word && !text.boundary(at) || pattern.beginsLine() && !text.beginsLine(at)) {
                continue;
            }
            captured = Map.of();
            if (fits(first, at, false)) {
                return at;
            }
        }
        return -1;
    }

    /// Where what was found last ends.
    int end() {
        return end;
    }

    Map<String, String> captured() {
        return captured;
    }

    /// Counts the steps that were made.
    long steps() {
        return steps;
    }

    /// Tells whether the pattern from a step on fits at a place.
    ///
    /// @param literal whether a literal stands before it, so that a word may not go on here
    private boolean fits(PatternNode node, int at, boolean literal) {
        steps++;
        if (node.last()) {
            if (literal && !text.boundary(at) || pattern.endsLine() && !text.endsLine(at)) {
                return false;
            }
            end = at;
            return true;
        }
        if (steps > STEPS_WITHOUT_MEMORY && failedBefore(node, at, literal)) {
            return false;
        }
        boolean fits = node.literal != null ? literalFits(node, at) : node.slot != null ? slotFits(node, at) : branchFits(node, at, literal);
        if (!fits && failed != null) {
            int bit = bit(node, at, literal);
            failed[bit >> 6] |= 1L << bit;
        }
        return fits;
    }

    private boolean literalFits(PatternNode node, int from) {
        String literal = node.literal;
        int at = from;
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (text.at(at) != c || at >= text.length()) {
                return false;
            }
            at++;
            while (c == ' ' && text.at(at) == ' ') {
                at++;
            }
        }
        return fits(node.next, at, true);
    }

    private boolean slotFits(PatternNode node, int from) {
        boolean closing = node.next.last();
        for (int choice = 0; ; choice++) {
            int to = node.slot.end(text, from, choice, closing);
            if (to < 0) {
                return false;
            }
            if (fits(node.next, to, false)) {
                keep(node.slot, from, to);
                return true;
            }
        }
    }

    private void keep(PhraseSlot slot, int from, int to) {
        if (captured.isEmpty()) {
            captured = new HashMap<>();
        }
        captured.put(slot.label(), text.text().substring(slot.captureFrom(text, from), slot.captureTo(text, from, to)));
    }

    private boolean branchFits(PatternNode node, int at, boolean literal) {
        for (PatternNode branch : node.branches) {
            if (fits(branch, at, literal)) {
                return true;
            }
        }
        return false;
    }

    private boolean failedBefore(PatternNode node, int at, boolean literal) {
        if (failed == null) {
            failed = new long[(2 * (first.id + 1) * (text.length() + 1) >> 6) + 1];
        }
        int bit = bit(node, at, literal);
        return (failed[bit >> 6] & 1L << bit) != 0;
    }

    private int bit(PatternNode node, int at, boolean literal) {
        return 2 * (node.id * (text.length() + 1) + at) + (literal ? 1 : 0);
    }
}
