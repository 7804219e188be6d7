package dev.lifeline.explain.place;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Cuts an entry into its causes by the words that runtimes put between them.
///
/// Java, .NET, Node.js, Deno, Rust and Ruby tell the outer error first; Python and PHP tell the inner one first. Lines that nothing
/// ties together are errors of their own.
final class CauseCut {

    /// An open cause and how far its first line was indented.
    private record Open(int indent, Cause cause) {
    }

    private final String text;
    private final List<Cause> causes = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private Cause current;
    private boolean traceback;
    private boolean numbered;
    private boolean ruby;

    private CauseCut(String text) {
        this.text = text;
    }

    /// The causes of an entry, in the order in which they begin.
    static List<Cause> of(String text) {
        CauseCut cut = new CauseCut(text);
        int end;
        for (int from = 0; from < text.length(); from = end + 1) {
            end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            cut.line(from, end);
        }
        cut.causes.removeIf(cause -> cause.pieces.isEmpty());
        return cut.causes;
    }

    private void line(int from, int end) {
        int at = from;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '|' && at < from + 12)) {
            at++;
        }
        if (at == end) {
            return;
        }
        int indent = at - from;
        if (CauseMarks.pythonOuter(text, at)) {
            wrap();
        } else if (text.startsWith("Next ", at) && indent == 0 && current != null && CauseMarks.phpTrace(text)) {
            wrap();
            inline(at, end);
        } else if (text.startsWith("Suppressed: ", at)) {
            child(indent, true, true);
            inline(at, end);
        } else if (text.startsWith("Wrapped by: ", at)) {
            wrap();
            inline(at, end);
        } else if (CauseMarks.caused(text, at, end)) {
            child(indent, false, false);
            numbered = CauseMarks.alone(text, at, end);
            inline(at, end);
        } else if (text.startsWith("[errors]: [", at) || text.startsWith("[cause]: ", at)) {
            child(indent, false, true);
            inline(at, end);
        } else if (CauseMarks.group(text, at, end)) {
            sibling(indent);
        } else if (numbered && CauseMarks.numbered(text, at, end) > 0) {
            if (text.charAt(at) != '0') {
                child(indent, false, false);
            }
            inline(CauseMarks.numbered(text, at, end), end);
        } else if (CauseMarks.bullet(text, at, end) && current != null) {
            sibling(indent);
            inline(at, end);
        } else if (ruby && CauseMarks.rubyHead(text, at, end)) {
            current = begin(current, false);
            inline(at, end);
        } else if (text.startsWith("--- End of inner exception", at)) {
            current = current != null && current.outer != null ? current.outer : current;
        } else {
            plain(at, end, indent);
            ruby |= CauseMarks.rubyHead(text, at, end);
        }
    }

    private void plain(int at, int end, int indent) {
        if (text.startsWith("Traceback (most recent call last)", at)) {
            if (current == null || indent == 0 && !traceback && current.innermostLast) {
                root();
            }
            current.innermostLast = true;
            traceback = true;
        } else if (current == null) {
            root();
        } else if (indent == 0 && !CauseMarks.goesOn(text, at, end)) {
            if (!traceback) {
                root();
            }
            traceback = false;
        } else {
            leave(indent, at);
            if (CauseMarks.listed(text, at, end) && !open.isEmpty() && indent == open.peek().indent() + 2 && current.outer != null
                    && CauseMarks.opensList(text, open.peek().cause().start())) {
                // The second and later errors of Node's AggregateError.
                Cause first = open.pop().cause();
                current = begin(first.outer, false);
                current.pieces.add(new int[] {at, at});
                open.push(new Open(indent - 2, first));
            }
        }
        inline(at, end);
    }

    /// Ends the causes of Node.js whose braces closed.
    private void leave(int indent, int at) {
        while (!open.isEmpty() && CauseMarks.bracketed(text, open.peek().cause().start()) && indent <= open.peek().indent()
                && text.charAt(at) != '[') {
            Open left = open.pop();
            current = left.cause().outer == null ? current : left.cause().outer;
        }
    }

    private void root() {
        open.clear();
        numbered = false;
        ruby = false;
        current = begin(null, false);
    }

    private Cause begin(Cause outer, boolean besides) {
        Cause cause = new Cause(outer, besides);
        causes.add(cause);
        return cause;
    }

    /// Takes what comes as the outer error of what stood before.
    private void wrap() {
        Cause outer = begin(null, false);
        if (current != null) {
            current.outermost().outer = outer;
        }
        open.clear();
        traceback = false;
        current = outer;
    }

    /// Takes what comes as a cause of the error that is open at its indentation.
    private void child(int indent, boolean besides, boolean deeper) {
        while (!open.isEmpty() && (deeper ? open.peek().indent() >= indent : open.peek().indent() > indent)) {
            open.pop();
        }
        current = begin(open.isEmpty() ? current == null ? null : withoutBesides() : open.peek().cause(), besides);
        open.push(new Open(indent, current));
    }

    /// The open cause, or that beside which it went wrong.
    private Cause withoutBesides() {
        Cause found = current;
        for (Cause at = current; at != null; at = at.outer) {
            found = at.besides ? at.outer : found;
        }
        return found;
    }

    /// Takes what comes as one of several errors of the one that they are listed under.
    private void sibling(int indent) {
        while (!open.isEmpty() && open.peek().indent() >= indent) {
            open.pop();
        }
        Cause outer = open.isEmpty() ? current == null ? null : current.outermost() : open.peek().cause();
        current = begin(outer, false);
        open.push(new Open(indent, current));
    }

    /// Adds the rest of a line, cut where a cause begins within it.
    private void inline(int from, int end) {
        if (current == null) {
            root();
        }
        int at = from;
        for (int mark = CauseMarks.within(text, at + 1, end); mark > 0; mark = CauseMarks.within(text, mark + 4, end)) {
            add(at, mark);
            boolean another = text.startsWith("---> (Inner Exception #", mark);
            current = begin(another ? current.outermost() : current, false);
            at = mark;
        }
        if (text.startsWith("---> ", from) && at == from && current.pieces.size() > 0) {
            boolean another = text.startsWith("---> (Inner Exception #", from);
            current = begin(another ? current.outermost() : current, false);
        }
        add(at, end);
    }

    private void add(int from, int end) {
        if (from < end) {
            current.pieces.add(new int[] {from, Math.min(end + 1, text.length())});
        }
    }
}
