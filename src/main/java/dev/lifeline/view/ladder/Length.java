package dev.lifeline.view.ladder;

/// How much of a ladder is drawn, from all of it to what fits one screen with the answer below it.
enum Length {
    /// Each look, packet and call.
    FULL,
    /// No acknowledgement that follows of itself, and calls on the packets that they sent.
    SHORT,
    /// A handshake is one row, with its connect; a queue that is nearly empty is none.
    TIGHT,
    /// Reads of a program are told by the packet that brought it.
    TIGHTER,
    /// States are told where a connection ends or waits.
    TIGHTEST;

    boolean atLeast(Length other) {
        return ordinal() >= other.ordinal();
    }
}
