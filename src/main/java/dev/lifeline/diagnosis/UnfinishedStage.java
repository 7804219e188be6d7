package dev.lifeline.diagnosis;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.Span;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;

/// A stage that failed, or that was under way when the trace ended.
///
/// @param lane whose
/// @param connection which connection of the lane, from 1; 0 for none
/// @param attempt which attempt of the race, from 1; 0 for none
/// @param stage which
/// @param local the local end as far as known, or `null`
/// @param remote the remote end, or `null`
/// @param took nanoseconds until it failed or the trace ended; -1 where its beginning was dropped
/// @param failure why, or `null` where it was under way
/// @param ended when it failed or the trace ended, in nanoseconds since the origin
/// @param sequence the number of the event that told the failure; -1 where it was under way
public record UnfinishedStage(Lane lane, int connection, int attempt, Stage stage, Endpoint local, Endpoint remote, long took,
                Failure failure, long ended, long sequence) {

    /// A stage that failed.
    static UnfinishedStage failed(Span span) {
        TraceEvent end = span.ended();
        Failure failure = ((Span.Failed) span.state()).failure();
        return new UnfinishedStage(span.lane(), span.connection(), span.attempt(), span.stage(), failure.local(), failure.remote(),
                span.begun() == null ? -1 : span.took(), failure, end.at(), end.sequence());
    }

    /// A stage that was under way when the trace ended.
    static UnfinishedStage open(Span span) {
        return new UnfinishedStage(span.lane(), span.connection(), span.attempt(), span.stage(), span.local(), span.remote(),
                span.took(), null, span.end(), -1);
    }

    /// Tells whether the run was stopped at this stage, which says nothing about the connection.
    boolean stopped() {
        return failure != null && failure.code() == ErrorCode.INTERRUPTED;
    }

    /// Tells whether it failed with a code.
    public boolean failed(ErrorCode code) {
        return failure != null && failure.code() == code;
    }

    /// The local end: that of the failure, else that of the connection, else the address alone that the kernel had chosen for the
    /// way there, else `null`.
    ///
    /// @param side what its side of its connection got done
    public Endpoint localEnd(ConnectionSide side) {
        if (local != null) {
            return local;
        }
        return side.tuple() != null ? side.tuple().local() : side.source(attempt);
    }

    /// The remote end: that of the failure, else that of the connection, else `null`.
    ///
    /// @param side what its side of its connection got done
    public Endpoint remoteEnd(ConnectionSide side) {
        return remote != null || side.tuple() == null ? remote : side.tuple().remote();
    }
}
