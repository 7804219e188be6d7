package dev.lifeline.observe.packet;

import dev.lifeline.linux.wire.WireAddress;
import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.observe.WireEnds;

/// One connect of the client that has not given a four-tuple: still under way, or failed.
///
/// Its flow is known by what must hold for it: the first SYN went to the candidate between the call and its end, and what came
/// back is what the call reported.
final class Connect {

    static final long OPEN = Long.MAX_VALUE;

    /// A program that is told that its connection is established may need this long to say so, in nanoseconds.
    private static final long TELLING_NANOS = 50_000_000;

    final int connection;
    final int attempt;
    final Endpoint candidate;
    final long startedAt;
    /// Of the event that told of its beginning.
    final long sequence;
    private final WireEnd remote;
    private WireEnd local;
    private long endedAt = OPEN;
    private ErrorCode code = ErrorCode.INTERRUPTED;

    /// @param remote the candidate as packets name it
    Connect(TraceEvent began, Endpoint candidate, WireEnd remote) {
        this.connection = began.connection();
        this.attempt = began.attempt();
        this.candidate = candidate;
        this.remote = remote;
        this.startedAt = began.at();
        this.sequence = began.sequence();
    }

    /// The call failed.
    void failed(long at, Failure failure) {
        endedAt = at;
        code = failure.code();
        local(failure.local());
    }

    /// Its own end is known, or `null`.
    void local(Endpoint its) {
        if (its != null && its.port() != Endpoint.UNKNOWN_PORT) {
            local = WireEnds.of(its);
        }
    }

    /// Tells whether its own end is known.
    boolean hasLocal() {
        return local != null;
    }

    /// The run is over, and the call has not returned.
    void cut(long at) {
        endedAt = at;
    }

    long endedAt() {
        return endedAt;
    }

    /// Tells whether a flow that began then and there may be its own.
    boolean mayBegin(FlowKey key, long at, long uncertainty) {
        return key.server().port() == remote.port()
                && (anyAddress(remote.address()) || key.server().address().equals(remote.address()))
                && underWay(at, uncertainty);
    }

    /// Tells whether the call was under way at a time.
    boolean underWay(long at, long uncertainty) {
        return at >= startedAt - uncertainty && (endedAt == OPEN || at <= endedAt + uncertainty);
    }

    /// The candidate as packets name it.
    WireEnd remote() {
        return remote;
    }

    /// Tells whether a flow may be the one that failed: what was seen of it is what the call reported.
    boolean explains(Flow flow) {
        long end = endedAt + flow.uncertainty;
        return fits(flow) && switch (code) {
            case ECONNREFUSED -> happened(flow.refusedAt(), end) || happened(flow.errorAt(), end);
            // Also after the handshake: a program that asks late learns of both at once.
            case ECONNRESET, EPIPE -> happened(flow.resetAt(), end) || happened(flow.errorAt(), end);
            case TIMEOUT, ETIMEDOUT, INTERRUPTED -> !happened(flow.refusedAt(), end) && !flow.clientData()
                    && !happened(flow.establishedAt(), end - TELLING_NANOS);
            default -> happened(flow.errorAt(), end) || happened(flow.refusedAt(), end);
        };
    }

    /// Tells whether a flow cannot be told from the one that failed, though it does not show what the call reported.
    boolean leavesOpen(Flow flow) {
        long end = endedAt + flow.uncertainty;
        return fits(flow) && !flow.clientData() && switch (code) {
            case ECONNRESET, EPIPE -> true;
            case TIMEOUT, ETIMEDOUT, INTERRUPTED -> !happened(flow.establishedAt(), end - TELLING_NANOS);
            default -> !happened(flow.establishedAt(), end);
        };
    }

    /// Tells whether its beginning, its ends and its SYNs are such as this connect could have made.
    private boolean fits(Flow flow) {
        if (!flow.synSeen || !mayBegin(flow.key, flow.firstAt, flow.uncertainty)) {
            return false;
        }
        // Of a SYN that went elsewhere only its sender tells that it is this one.
        if (local == null && flow.sentTo() != null) {
            return false;
        }
        if (local != null && (local.port() != flow.key.client().port()
                || !anyAddress(local.address()) && !local.address().equals(flow.key.client().address()))) {
            return false;
        }
        // A socket that is closed sends no SYN.
        return flow.lastSynAt() <= endedAt + flow.uncertainty;
    }

    private static boolean happened(long at, long until) {
        return at != Flow.NEVER && at <= until;
    }

    /// A connect to the wildcard address goes to an address of the machine's own.
    private static boolean anyAddress(WireAddress address) {
        return address.high() == 0 && address.low() == 0;
    }
}
