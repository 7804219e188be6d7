package dev.lifeline.client;

import dev.lifeline.record.DeadlineClock;
import dev.lifeline.record.DeadlineException;

/// A moment at which a wait ends, whatever happened. It is not a time stamp of the trace: it never gets into one.
///
/// @param end the moment, in nanoseconds of the [DeadlineClock]
/// @param nanos how long the whole wait may take, in nanoseconds
public record Deadline(long end, long nanos) {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    /// The deadline this many nanoseconds from now.
    public static Deadline in(long nanos) {
        return new Deadline(DeadlineClock.now() + nanos, nanos);
    }

    /// Nanoseconds until then; zero or less once it has passed.
    public long left() {
        return end - DeadlineClock.now();
    }

    /// Says if it has passed.
    public boolean passed() {
        return left() <= 0;
    }

    /// Milliseconds until then, rounded up and at least 1: to a selector, 0 would mean for ever.
    public long millis() {
        return Math.max(0, left()) / MILLI + 1;
    }

    /// The one of the two that comes first.
    public Deadline earlier(Deadline other) {
        return end - other.end <= 0 ? this : other;
    }

    /// Writes the length of the whole wait, for a person.
    public String text() {
        if (nanos >= SECOND && nanos % SECOND == 0) {
            return nanos / SECOND + " s";
        }
        return nanos >= MILLI ? nanos / MILLI + " ms" : nanos / 1_000 + " us";
    }

    /// The exception that says that this deadline ended the wait.
    public DeadlineException exception() {
        return new DeadlineException(text());
    }
}
