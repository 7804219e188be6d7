package dev.lifeline.scenario.judge;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Bound;
import dev.lifeline.scenario.word.NumberText;
import dev.lifeline.text.Marked;
import dev.lifeline.text.Marked.Mark;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.List;

/// Gathers what was expected of several figures, and what they are.
public final class Comparison {

    private final StringBuilder expected = new StringBuilder();
    private final StringBuilder observed = new StringBuilder();
    private final List<Mark> wanted = new ArrayList<>();
    private final List<Mark> seen = new ArrayList<>();
    private final Args args;
    private boolean held = true;

    public Comparison(Args args) {
        this.args = args;
    }

    /// A text or word, where the expectation has one of this name.
    ///
    /// @param seen what it is, or `null` where it is not known
    public Comparison text(String name, String seen) {
        if (args.has(name)) {
            String wanted = args.text(name);
            add(name + " " + wanted, name + " " + (seen == null ? "not known" : seen), wanted.equals(seen));
        }
        return this;
    }

    /// A number, where the expectation has a bound of this name.
    public Comparison bound(String name, long seen) {
        if (args.has(name)) {
            Bound bound = args.bound(name);
            add(name + " " + bound.text(), name + " " + NumberText.seen(seen, bound), bound.holds(seen));
        }
        return this;
    }

    /// A yes or no, where the expectation has one of this name.
    ///
    /// @param yes how it is said that it is so
    /// @param no how it is said that it is not
    public Comparison flag(String name, String yes, String no, boolean seen) {
        if (args.has(name)) {
            add(args.flag(name) ? yes : no, seen ? yes : no, args.flag(name) == seen);
        }
        return this;
    }

    /// Anything else. Where it is not so, both are marked behind the words with which they begin alike.
    public Comparison add(String was, String is, boolean holds) {
        String one = Printable.ascii(was);
        String other = Printable.ascii(is);
        int alike = holds ? 0 : Marked.common(one, other);
        append(expected, one, alike, holds ? null : wanted);
        append(observed, other, alike, holds ? null : seen);
        held &= holds;
        return this;
    }

    /// @param marks or `null` where nothing is marked
    private static void append(StringBuilder text, String part, int alike, List<Mark> marks) {
        text.append(text.isEmpty() ? "" : ", ");
        if (marks != null && alike < part.length()) {
            marks.add(new Mark(text.length() + alike, text.length() + part.length()));
        }
        text.append(part);
    }

    public boolean held() {
        return held;
    }

    public String expected() {
        return expected.toString();
    }

    String observed() {
        return observed.toString();
    }

    /// Answers with the same words before both.
    public Answer answer(String subject) {
        String before = Printable.ascii(subject) + ": ";
        return Answer.of(held, behind(before, expected, wanted), behind(before, observed, seen));
    }

    private static Marked behind(String before, StringBuilder text, List<Mark> marks) {
        List<Mark> moved = new ArrayList<>();
        for (Mark mark : marks) {
            moved.add(new Mark(before.length() + mark.from(), before.length() + mark.to()));
        }
        return new Marked(before + text, moved);
    }
}
