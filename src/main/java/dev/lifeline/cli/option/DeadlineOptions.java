package dev.lifeline.cli.option;

import dev.lifeline.cli.UsageException;
import dev.lifeline.client.Deadlines;
import dev.lifeline.text.Durations;

/// How long each stage may take.
public final class DeadlineOptions {

    /// Long enough for three SYN retransmissions (after 1, 3 and 7 s; RFC 6298 section 2).
    private static final long DEFAULT_NANOS = 10_000_000_000L;

    private static final long DEFAULT_CLOSE_NANOS = 1_000_000_000L;

    private static final int DRIP = 3;

    private Long all;
    private Long lookup;
    private Long connect;
    private Long write;
    private Long read;
    private Long idle;
    private Long close;

    public OptionList options() {
        return new OptionList()
                .time("--timeout", "Deadline of each stage, such as 500ms or 3s (default 10s).", time -> all = time)
                .time("--lookup-timeout", "Deadline of the look-up alone.", time -> lookup = time)
                .time("--connect-timeout", "Deadline of connect alone, all attempts together.", time -> connect = time)
                .time("--write-timeout", "Deadline of writing alone.", time -> write = time)
                .time("--read-timeout", "Deadline of the first byte alone.", time -> read = time)
                .time("--idle-timeout", "How long the peer may be silent while more is expected.", time -> idle = time)
                .time("--close-timeout", "How long to wait for the peer's end of stream at the close (default 1s).",
                        time -> close = time);
    }

    /// The deadline of the look-up, in nanoseconds.
    public long lookupNanos() throws UsageException {
        return value(lookup, every(), "--lookup-timeout");
    }

    /// The deadline of connect, in nanoseconds.
    public long connectNanos() throws UsageException {
        return value(connect, every(), "--connect-timeout");
    }

    /// The deadlines of what is done once connected. All bytes after the first, however they drip, may take [#DRIP] times as long.
    ///
    /// @throws UsageException for a deadline of zero, which no stage can meet
    public Deadlines conversation() throws UsageException {
        long every = every();
        return new Deadlines(value(write, every, "--write-timeout"), value(read, every, "--read-timeout"),
                value(idle, every, "--idle-timeout"), every * DRIP, value(close, Math.min(every, DEFAULT_CLOSE_NANOS), "--close-timeout"));
    }

    private long every() throws UsageException {
        return value(all, DEFAULT_NANOS, "--timeout");
    }

    private static long value(Long given, long otherwise, String option) throws UsageException {
        if (given == null) {
            return otherwise;
        }
        if (given == 0) {
            throw new UsageException(option + " 0 leaves no time for anything: write for example " + option + " "
                    + Durations.text(otherwise).replace(" ", ""));
        }
        return given;
    }
}
