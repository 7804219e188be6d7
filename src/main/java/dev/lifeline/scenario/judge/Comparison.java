package dev.lifeline.scenario.judge;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Bound;

/// Gathers what was expected of several figures, and what they are.
public final class Comparison {

    private final StringBuilder expected = new StringBuilder();
    private final StringBuilder observed = new StringBuilder();
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
            add(name + " " + bound.text(), name + " " + seen, bound.holds(seen));
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

    /// Anything else.
    public Comparison add(String wanted, String seen, boolean holds) {
        expected.append(expected.isEmpty() ? "" : ", ").append(wanted);
        observed.append(observed.isEmpty() ? "" : ", ").append(seen);
        held &= holds;
        return this;
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
        return Answer.of(held, subject + ": " + expected, subject + ": " + observed);
    }
}
