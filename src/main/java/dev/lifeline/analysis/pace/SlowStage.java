package dev.lifeline.analysis.pace;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;

/// The stage of the client that took most of the time of a run with one connection, though it ended well.
///
/// @param stage as the client had it
/// @param queued the wait in the accept queue, where a look saw the connection wait and none of a program's own says when that ended;
///     `null` elsewhere
public record SlowStage(Span stage, Span queued) {

    /// From this on a stage is slow, in nanoseconds: a person waits.
    private static final long SLOW = 1_000_000_000;

    /// The slow stage; `null` where none is, or there were several connections.
    public static SlowStage of(TraceIndex index) {
        if (index.header().mode() == Mode.SERVER || index.header().connections() > 1) {
            return null;
        }
        for (Span span : index.stages()) {
            boolean slow = span.lane() == Lane.CLIENT && span.took() >= SLOW && span.took() >= index.last() / 2;
            if (slow && (span.outcome() instanceof Outcome.Connected || answered(span) || waitedForEnd(span)) && !index.timeline().held(span)) {
                return new SlowStage(span, answered(span) ? queued(index) : null);
            }
        }
        return null;
    }

    private static boolean answered(Span span) {
        return span.stage() == Stage.FIRST_BYTE && span.outcome() instanceof Outcome.Moved moved && moved.bytes().count() > 0;
    }

    /// Tells whether this side had ended its stream first, and then waited for the end of the other's, in vain or not.
    private static boolean waitedForEnd(Span span) {
        return span.outcome() instanceof Outcome.Closed closed && closed.first() == Lane.CLIENT
                && (closed.how() == CloseKind.ORDERLY || closed.how() == CloseKind.HALF);
    }

    private static Span queued(TraceIndex index) {
        for (Span span : index.timeline().spans()) {
            if (span.state() instanceof Span.Queued queued && queued.left() != Span.Left.ACCEPTED) {
                return span;
            }
        }
        return null;
    }

    /// Tells whether it is connect.
    public boolean isConnect() {
        return stage.stage() == Stage.CONNECT;
    }

    /// Tells whether it is the close, in which this side waited for the end of the other's stream.
    public boolean isClose() {
        return stage.stage() == Stage.CLOSE;
    }

    /// Tells whether it is the wait for the first byte.
    public boolean isAnswer() {
        return stage.stage() == Stage.FIRST_BYTE;
    }
}
