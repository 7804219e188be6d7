package dev.lifeline.explain.tally;

import dev.lifeline.explain.source.LogTime;

/// First and last of some times, whatever order they came in.
public final class TimeSpan {

    private LogTime first;
    private LogTime last;

    void add(LogTime time) {
        if (time == null) {
            return;
        }
        first = first == null || time.millis() < first.millis() ? time : first;
        last = last == null || time.millis() >= last.millis() ? time : last;
    }

    /// The first as its log wrote it; `null` where none had a time.
    public String first() {
        return first == null ? null : first.text();
    }

    /// The last as its log wrote it; `null` where none had a time.
    public String last() {
        return last == null ? null : last.text();
    }
}
