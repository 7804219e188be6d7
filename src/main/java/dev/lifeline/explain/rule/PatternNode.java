package dev.lifeline.explain.rule;

/// A step of a compiled pattern, and what comes after it. The last one of a pattern has nothing after it and takes nothing.
final class PatternNode {

    static final PatternNode[] NO_BRANCHES = {};

    /// Numbered within its pattern.
    final int id;
    /// Folded; `null` for no literal.
    final String literal;
    /// A placeholder; `null` for none.
    final PhraseSlot slot;
    /// Alternatives, each of which leads on to what comes after all of them.
    final PatternNode[] branches;
    final PatternNode next;

    PatternNode(int id, String literal, PhraseSlot slot, PatternNode[] branches, PatternNode next) {
        this.id = id;
        this.literal = literal;
        this.slot = slot;
        this.branches = branches;
        this.next = next;
    }

    boolean last() {
        return next == null && branches.length == 0;
    }
}
