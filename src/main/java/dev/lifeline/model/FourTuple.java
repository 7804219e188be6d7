package dev.lifeline.model;

import java.util.Objects;

/// The two endpoints that identify a TCP connection (RFC 9293 section 3.3.1), as one side sees them.
///
/// @param local the end of the side that speaks
/// @param remote the other end, as this side sees it; behind NAT it differs from what the peer calls local
public record FourTuple(Endpoint local, Endpoint remote) {

    public FourTuple {
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(remote, "remote");
    }

    /// The same connection as the other side sees it, when nothing between them rewrites addresses.
    public FourTuple reversed() {
        return new FourTuple(remote, local);
    }

    /// Tells whether both ends are one: a connection with itself (simultaneous open, RFC 9293 section 3.5).
    public boolean withItself() {
        return local.equals(remote);
    }

    // By hand, for the same reason as those of [Endpoint].
    @Override
    public boolean equals(Object other) {
        return other instanceof FourTuple that && local.equals(that.local) && remote.equals(that.remote);
    }

    @Override
    public int hashCode() {
        return 31 * local.hashCode() + remote.hashCode();
    }

    @Override
    public String toString() {
        return local + " → " + remote;
    }
}
