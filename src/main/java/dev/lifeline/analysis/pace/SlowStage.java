package dev.lifeline.analysis.pace;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.packet.PacketFlow;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;

/// The stage of the client that took most of the time of a run with one connection, though it ended well; from look-up to last byte, or
/// to the end of the close where that is the one. Time that a program spent between its stages belongs to none.
///
/// @param stage as the client had it
/// @param took how much of it counts, in nanoseconds: a program that waits for more bytes than come waits on its own account
/// @param all from the beginning of the first stage to the last byte, in nanoseconds
/// @param queued the wait in the accept queue before the first byte; `null` where no look and no packet tells of one
/// @param flow the packets of the connection; `null` where they do not tell, or some may be missing
public record SlowStage(Span stage, long took, long all, Span queued, PacketFlow flow) {

    /// From this on a run is slow of which a stage took at least half, in nanoseconds: a person waits.
    private static final long SLOW = 1_000_000_000;
    /// From this on a stage is slow that took four fifths of a run: below it nothing can have been sent again (`TCP_RTO_MIN` of
    /// `net/tcp.h`), and a way round the world explains the time.
    static final long NOTICED = 200_000_000;

    /// The slow stage; `null` where none is, or there were several connections.
    public static SlowStage of(TraceIndex index) {
        if (index.header().mode() == Mode.SERVER || index.header().connections() > 1) {
            return null;
        }
        Span slowest = null;
        long most = 0;
        long start = -1;
        long end = 0;
        for (Span span : index.stages()) {
            if (span.lane() != Lane.CLIENT || !span.ran()) {
                continue;
            }
            start = start < 0 ? span.start() : start;
            end = span.stage() == Stage.CLOSE ? end : span.end();
            long took = took(span, index.sides().side(Lane.CLIENT, span.connection()));
            if (took > most) {
                slowest = span;
                most = took;
            }
        }
        if (slowest == null) {
            return null;
        }
        long last = index.sides().side(Lane.CLIENT, slowest.connection()).lastRead();
        long all = (slowest.stage() == Stage.CLOSE ? slowest.end() : last >= 0 ? last : end) - start;
        boolean slow = all >= SLOW && most >= all / 2 || most >= NOTICED && most >= all / 5 * 4;
        boolean answered = slowest.stage() == Stage.FIRST_BYTE;
        return !slow || index.timeline().held(slowest) ? null
                : new SlowStage(slowest, most, Math.max(all, most), answered ? queued(index, slowest) : null, flow(index, slowest));
    }

    /// How much of a stage is a wait that ended well; 0 for one that failed, or waited in vain.
    static long took(Span span, ConnectionSide side) {
        if (!(span.state() instanceof Span.Done)) {
            return 0;
        }
        return switch (span.stage()) {
            case LOOKUP, CONNECT, REQUEST, WRITE, RESPONSE -> span.took();
            // What this side computes is the cost of its own start.
            case TLS -> span.outcome() instanceof Outcome.Secured secured ? secured.waiting() : 0;
            case FIRST_BYTE -> span.outcome() instanceof Outcome.Moved moved && moved.bytes().count() > 0 ? span.took() : 0;
            case DATA -> Math.max(0, Math.min(side.lastRead(), span.end()) - span.start());
            case CLOSE -> waitedForEnd(span) ? span.took() : 0;
            case ROUTE, BIND, HANDSHAKE, ACCEPT_QUEUE, ACCEPT, WORKER_QUEUE, HANDLER, IDLE, PROTOCOL -> 0;
        };
    }

    /// Tells whether this side had ended its stream first, and then waited for the end of the other's, in vain or not.
    private static boolean waitedForEnd(Span span) {
        return span.outcome() instanceof Outcome.Closed closed && closed.first() == Lane.CLIENT
                && (closed.how() == CloseKind.ORDERLY || closed.how() == CloseKind.HALF);
    }

    private static Span queued(TraceIndex index, Span wait) {
        for (Span span : index.timeline().spans()) {
            if (span.state() instanceof Span.Queued && span.start() <= wait.end()) {
                return span;
            }
        }
        return null;
    }

    private static PacketFlow flow(TraceIndex index, Span slowest) {
        PacketFlow found = null;
        for (Span span : index.timeline().spans()) {
            boolean its = span.state() instanceof Span.Handshake && span.connection() == slowest.connection()
                    && (slowest.stage() != Stage.CONNECT || span.attempt() == slowest.attempt());
            found = its ? ((Span.Handshake) span.state()).flow() : found;
        }
        return found != null && index.packetsWhole() ? found : null;
    }

    /// Tells whether it is long enough for a person to wait.
    public boolean isLong() {
        return took >= SLOW;
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

    /// Tells whether the wait in the accept queue is of one that no accept of the trace ended: how long it lasted is not known.
    public boolean seenWaiting() {
        return queued != null && ((Span.Queued) queued.state()).left() != Span.Left.ACCEPTED;
    }
}
