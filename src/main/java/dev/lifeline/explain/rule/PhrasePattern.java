package dev.lifeline.explain.rule;

import java.util.List;

/// A pattern of a rule, as its file has it; `FORMAT.md` of the vocabulary says what its signs mean. It is taken apart when its
/// anchor was found in a text, not before: most never are.
public final class PhrasePattern {

    private final String text;
    private List<String> anchors;
    private PatternNode first;

    /// Keeps a pattern.
    ///
    /// @param text the pattern
    public PhrasePattern(String text) {
        this.text = text;
    }

    /// The pattern as its file has it.
    public String text() {
        return text;
    }

    /// Literals of three folded chars and more, one of which is in every text that the pattern finds.
    ///
    /// @throws IllegalArgumentException where there is none
    List<String> anchors() {
        if (anchors == null) {
            anchors = AnchorChoice.of(text, from(), end());
        }
        return anchors;
    }

    /// Takes it apart.
    ///
    /// @throws IllegalArgumentException where its signs do not fit
    PatternNode first() {
        // Two threads may both do it: the same comes of it.
        if (first == null) {
            first = PatternCompiler.compile(text, from(), end());
        }
        return first;
    }

    boolean beginsLine() {
        return text.startsWith("^");
    }

    boolean endsLine() {
        return text.endsWith("$") && !text.endsWith("\\$");
    }

    private int from() {
        return beginsLine() ? 1 : 0;
    }

    private int end() {
        return text.length() - (endsLine() ? 1 : 0);
    }

    @Override
    public String toString() {
        return text;
    }
}
