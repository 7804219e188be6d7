package dev.lifeline.server;

/// The patience of a connection with its peer: for the first byte, and for any byte. All times in nanoseconds of the loop's clock.
final class Patience {

    private final long idleNanos;
    private final long firstByteNanos;
    private final WritePace pace;
    private long began;
    private long lastMoved;
    private boolean heard;

    Patience(ServerOptions options, WritePace pace) {
        this.idleNanos = options.idleTimeoutNanos();
        this.firstByteNanos = options.rules().firstByteTimeoutNanos();
        this.pace = pace;
    }

    /// The wait begins, or begins again after a hold, in which nobody waited for the peer.
    void begin(long now) {
        began = now;
        lastMoved = now;
    }

    /// A byte moved, in whatever direction.
    void moved(long now) {
        lastMoved = now;
    }

    /// A byte of the peer came.
    ///
    /// @return `true` where it is the first
    boolean heard(long now) {
        boolean first = !heard;
        heard = true;
        lastMoved = now;
        return first;
    }

    boolean hasHeard() {
        return heard;
    }

    /// The time at which the peer has said nothing for too long; [Long#MAX_VALUE] for never.
    long firstByteDeadline() {
        return firstByteNanos == 0 || heard ? Long.MAX_VALUE : began + firstByteNanos;
    }

    /// The time at which no byte has moved for too long. A pause that the pace asks for is not the peer's silence.
    long idleDeadline() {
        return Math.max(lastMoved, pace.next()) + idleNanos;
    }

    /// The earlier of the two.
    ///
    /// @param forFirstByteOnly whether silence after the first byte is another's
    long deadline(boolean forFirstByteOnly) {
        return forFirstByteOnly ? firstByteDeadline() : Math.min(firstByteDeadline(), idleDeadline());
    }

    /// The time that the first byte may take.
    long firstByteNanos() {
        return firstByteNanos;
    }

    /// The time that nothing may move.
    long idleNanos() {
        return idleNanos;
    }
}
