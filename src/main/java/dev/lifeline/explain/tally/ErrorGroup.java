package dev.lifeline.explain.tally;

import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Explanation;
import dev.lifeline.explain.source.LogTime;

/// Errors of a log that are alike: the same stage and code, met with the same end.
public final class ErrorGroup {

    private final Explanation first;
    private final String example;
    private final long line;
    private final TimeSpan seen = new TimeSpan();
    private long count;

    /// @param example a part of the entry that has the words of the error
    ErrorGroup(Explanation first, String example, long line) {
        this.first = first;
        this.example = example;
        this.line = line;
    }

    void add(LogTime time) {
        count++;
        seen.add(time);
    }

    /// The first of them; its words are placed in the [#example].
    public Explanation first() {
        return first;
    }

    public ErrorStage stage() {
        return first.stage();
    }

    /// The entry of the first of them, or of a long one the part that has its words.
    public String example() {
        return example;
    }

    /// The number of the line at which that entry begins.
    public long line() {
        return line;
    }

    public long count() {
        return count;
    }

    /// The times of all of them.
    public TimeSpan seen() {
        return seen;
    }
}
