package dev.lifeline.model.walk;

import dev.lifeline.model.Labelled;

/// A fault that a person adds to a run that is walked. The words are those of Toxiproxy where it has them.
public enum FaultKind implements Labelled {
    /// Writes of a side leave later, each by a time, or by one that differs from it by a jitter at most.
    LATENCY("latency", Takes.TIME_AND_JITTER, false, false),
    /// Nothing that a side writes leaves; with a time, its connections are closed when that is over.
    TIMEOUT("timeout", Takes.MAYBE_TIME, false, false),
    /// A side's open connections end with a reset (`SO_LINGER` 0 in socket(7)).
    RESET_PEER("reset_peer", Takes.NOTHING, true, false),
    /// A side closes later.
    SLOW_CLOSE("slow_close", Takes.TIME, false, false),
    /// A side writes in small pieces.
    SLICER("slicer", Takes.BYTES_AND_TIME, false, false),
    /// A side writes so many bytes a second.
    BANDWIDTH("bandwidth", Takes.BYTES, false, false),
    /// A side reads nothing.
    STOP_READING("stop_reading", Takes.NOTHING, false, false),
    /// The next byte that a side writes is lost between the program and its kernel.
    DROP_FIRST_BYTE("drop_first_byte", Takes.NOTHING, true, false),
    /// The server's accept queue is full, and nothing is taken out of it.
    FILL_ACCEPT_QUEUE("fill_accept_queue", Takes.NOTHING, false, true),
    /// The thread of the server's event loop computes each time that it wakes.
    BUSY_LOOP("busy_loop", Takes.TIME, false, true),
    /// The server's listening socket is closed.
    REFUSE("refuse", Takes.NOTHING, false, true),
    /// The process has no descriptor left.
    EXHAUST_DESCRIPTORS("exhaust_descriptors", Takes.NOTHING, false, true);

    /// Figures behind a word.
    public enum Takes {
        NOTHING, TIME, MAYBE_TIME, TIME_AND_JITTER, BYTES, BYTES_AND_TIME
    }

    private final String label;
    private final Takes takes;
    private final boolean once;
    private final boolean listener;

    FaultKind(String label, Takes takes, boolean once, boolean listener) {
        this.label = label;
        this.takes = takes;
        this.once = once;
        this.listener = listener;
    }

    @Override
    public String label() {
        return label;
    }

    /// The figures that it takes.
    public Takes takes() {
        return takes;
    }

    /// Says if it acts once, and is over by itself then.
    public boolean isOnce() {
        return once;
    }

    /// Says if it is about a listening socket and its process, and not about a connection.
    public boolean isOfListener() {
        return listener;
    }
}
