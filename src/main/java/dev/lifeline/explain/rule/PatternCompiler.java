package dev.lifeline.explain.rule;

import java.util.ArrayList;
import java.util.List;

/// Makes the steps of a pattern from its text, from behind: each step knows what comes after it.
final class PatternCompiler {

    private static final int DEEPEST = 2;

    private final String text;
    private final int end;
    private int at;
    private int ids;

    private PatternCompiler(String text, int from, int end) {
        this.text = text;
        this.at = from;
        this.end = end;
    }

    /// The first step of a pattern's text between its `^` and its `$`.
    ///
    /// @throws IllegalArgumentException where its signs do not fit
    static PatternNode compile(String text, int from, int end) {
        PatternCompiler compiler = new PatternCompiler(text, from, end);
        List<Part> parts = compiler.sequence(0);
        if (compiler.at < end) {
            throw new IllegalArgumentException("a " + text.charAt(compiler.at) + " without its (");
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("the pattern is empty");
        }
        if (parts.getFirst().slot == PhraseSlot.ANY) {
            throw new IllegalArgumentException("{any} at the beginning says nothing");
        }
        PatternNode last = new PatternNode(compiler.ids++, null, null, PatternNode.NO_BRANCHES, null);
        return compiler.link(parts, last);
    }

    private record Part(String literal, PhraseSlot slot, List<List<Part>> branches) {
    }

    private List<Part> sequence(int depth) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (at < end) {
            char c = text.charAt(at);
            if (c == ')' || c == '|') {
                break;
            }
            at++;
            if (c == '{') {
                flush(literal, parts);
                parts.add(new Part(null, slot(), null));
            } else if (c == '(') {
                flush(literal, parts);
                parts.add(new Part(null, null, branches(depth + 1)));
            } else if (c == '}') {
                throw new IllegalArgumentException("a } without its {");
            } else {
                if (c == '\\') {
                    if (at == end) {
                        throw new IllegalArgumentException("nothing after \\");
                    }
                    c = text.charAt(at++);
                }
                c = FoldedText.fold(c);
                if (c != ' ' || literal.isEmpty() || literal.charAt(literal.length() - 1) != ' ') {
                    literal.append(c);
                }
            }
        }
        flush(literal, parts);
        return parts;
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Part(literal.toString(), null, null));
            literal.setLength(0);
        }
    }

    private PhraseSlot slot() {
        int close = text.indexOf('}', at);
        if (close < 0 || close >= end) {
            throw new IllegalArgumentException("a { without its }");
        }
        String name = text.substring(at, close);
        PhraseSlot slot = PhraseSlot.of(name);
        if (slot == null) {
            throw new IllegalArgumentException("no placeholder {" + name + "}; there are " + PhraseSlot.names());
        }
        at = close + 1;
        return slot;
    }

    private List<List<Part>> branches(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("alternatives within alternatives within alternatives");
        }
        List<List<Part>> branches = new ArrayList<>();
        do {
            branches.add(sequence(depth));
            if (at == end) {
                throw new IllegalArgumentException("a ( without its )");
            }
        } while (text.charAt(at++) == '|');
        return branches;
    }

    private PatternNode link(List<Part> parts, PatternNode after) {
        PatternNode next = after;
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (part.branches == null) {
                next = new PatternNode(ids++, part.literal, part.slot, PatternNode.NO_BRANCHES, next);
            } else {
                PatternNode[] heads = new PatternNode[part.branches.size()];
                for (int b = 0; b < heads.length; b++) {
                    heads[b] = link(part.branches.get(b), next);
                }
                next = new PatternNode(ids++, null, null, heads, next);
            }
        }
        return next;
    }
}
