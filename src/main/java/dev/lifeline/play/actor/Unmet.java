package dev.lifeline.play.actor;

/// A step waited for something that was not seen in its time, or before the play ended. The play goes on.
public final class Unmet extends Exception {

    private static final long serialVersionUID = 1L;

    private final String missed;
    private final long waited;
    private final String seen;
    private final long seenAt;
    private final boolean interrupted;

    /// @param missed what was not seen, for a person, as a clause: `client was never seen in CLOSE_WAIT`
    /// @param waited how long it was waited for, in nanoseconds
    /// @param seen what the last look showed instead, for a person; `null` where no look came about
    /// @param seenAt when that look was, in nanoseconds since the origin of the trace
    /// @param interrupted whether the end of the play ended the wait
    Unmet(String missed, long waited, String seen, long seenAt, boolean interrupted) {
        super(missed, null, false, false);
        this.missed = missed;
        this.waited = waited;
        this.seen = seen;
        this.seenAt = seen == null ? 0 : seenAt;
        this.interrupted = interrupted;
    }

    public String missed() {
        return missed;
    }

    public long waited() {
        return waited;
    }

    public String seen() {
        return seen;
    }

    public long seenAt() {
        return seenAt;
    }

    public boolean interrupted() {
        return interrupted;
    }
}
