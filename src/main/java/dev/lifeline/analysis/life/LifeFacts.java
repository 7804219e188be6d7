package dev.lifeline.analysis.life;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.packet.PacketFlow;
import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.analysis.packet.StreamPackets;
import dev.lifeline.analysis.web.TlsFacts;
import dev.lifeline.analysis.web.ExchangeFacts;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Occasion;
import java.util.List;

/// One connection as its life is told from it: what its program did, and the packets beside it.
final class LifeFacts {

    /// A wait of a program that is at least so long is the other side's, in nanoseconds; a shorter one may be the program's own cost:
    /// a cold runtime, the scheduler, the looks of this tool.
    static final long THEIRS = 50_000_000;

    private final TraceIndex index;
    private final LifeEvidence evidence;
    private final Lane lane;
    private final int connection;
    private final List<Span> spans;
    private final ConnectionSide side;
    private final Span failed;
    private final PacketFlow flow;

    /// @param connection its number on that lane; 0 for what belongs to none
    /// @param spans those of the connection, or of none
    LifeFacts(TraceIndex index, LifeEvidence evidence, Lane lane, int connection, List<Span> spans) {
        this.index = index;
        this.evidence = evidence;
        this.lane = lane;
        this.connection = connection;
        this.spans = spans;
        side = index.sides().side(lane, connection);
        failed = deciding();
        flow = found();
    }

    /// The first failure that counts; where all attempts of a race failed, the one that got farthest.
    private Span deciding() {
        Span best = null;
        for (Span span : spans) {
            if (span.lane() != lane || !(span.state() instanceof Span.Failed state) || !side.counts(state.failure().code(), span.attempt())) {
                continue;
            }
            boolean farther = best != null && best.attempt() > 0 && span.attempt() > 0 && side.tuple() == null
                    && FailureDistance.of(state.failure().code()) > FailureDistance.of(code(best));
            best = best == null || farther ? span : best;
        }
        return best;
    }

    private PacketFlow found() {
        FourTuple own = side.tuple() == null ? null : PacketFlows.key(lane == Lane.SERVER ? side.tuple().reversed() : side.tuple());
        PacketFlow found = null;
        for (Span span : spans) {
            if (span.state() instanceof Span.Handshake handshake) {
                boolean its = own != null ? own.equals(handshake.flow().tuple())
                        : failed == null || failed.attempt() == 0 || failed.attempt() == handshake.flow().attempt();
                found = its ? handshake.flow() : found;
            }
        }
        return found;
    }

    TraceIndex index() {
        return index;
    }

    LifeEvidence evidence() {
        return evidence;
    }

    Lane lane() {
        return lane;
    }

    int connection() {
        return connection;
    }

    ConnectionSide side() {
        return side;
    }

    /// TLS on this side.
    TlsFacts tls() {
        return index.web().tls(lane, connection);
    }

    /// The exchanges of HTTP on this side.
    List<ExchangeFacts> exchanges() {
        return index.web().exchanges(lane, connection);
    }

    /// The stage whose failure decides; `null` where none failed that counts.
    Span failed() {
        return failed;
    }

    /// The code of a stage that failed.
    static ErrorCode code(Span failed) {
        return ((Span.Failed) failed.state()).failure().code();
    }

    /// Its packets from the SYN on, where the capture is known to have missed none; else `null`.
    PacketFlow flow() {
        return evidence.wholeWire() ? flow : null;
    }

    /// The packets of the established connection; `null` where the capture does not tell them.
    StreamPackets wire() {
        PacketFlow its = flow();
        return its == null || !its.complete() ? null : its.stream();
    }

    /// The stage of this side that finished; `null` where it did not.
    Span done(Stage stage) {
        Span found = null;
        for (Span span : spans) {
            found = span.lane() == lane && span.stage() == stage && span.state() instanceof Span.Done ? span : found;
        }
        return found;
    }

    /// The wait in the accept queue, or `null`.
    Span queued() {
        for (Span span : spans) {
            if (span.state() instanceof Span.Queued) {
                return span;
            }
        }
        return null;
    }

    /// How long a stage waited for the other side; -1 where its length may be the program's own.
    long waited(Span stage) {
        return stage == null || index.timeline().held(stage) || stage.begun() == null || stage.took() < THEIRS ? -1 : stage.took();
    }

    /// The place where the server's end stood when it was last seen, near the end of a wait.
    ///
    /// @param wait the stage that waited
    Life.Place place(Span wait) {
        long since = wait.end() - wait.took() / 10;
        Span queued = queued();
        if (queued != null && queued.state() instanceof Span.Queued state && state.left() == Span.Left.UNKNOWN && queued.end() >= since) {
            return Life.Place.QUEUED;
        }
        Life.Place place = Life.Place.UNKNOWN;
        for (TraceEvent event : evidence.of(connection)) {
            if (event.body() instanceof SocketSeen seen && seen.end() == Lane.SERVER && seen.occasion() != Occasion.DESTROYED
                    && lookedBy(event, seen.cause(), wait)) {
                SocketState state = seen.socket().state();
                place = event.at() < since ? Life.Place.UNKNOWN : state.halfOpen() ? Life.Place.HALF_OPEN
                        : seen.socket().unread() > 0 ? Life.Place.UNREAD : Life.Place.UNKNOWN;
            }
        }
        return place;
    }

    /// Says if bytes lay in this side's own socket when it was last looked at during a wait, which its program had not read.
    boolean unread(Span wait) {
        boolean unread = false;
        for (TraceEvent event : evidence.of(connection)) {
            if (event.body() instanceof SocketSeen seen && seen.end() == lane && lookedBy(event, seen.cause(), wait)) {
                unread = seen.socket().unread() > 0;
            }
        }
        return unread;
    }

    private static boolean lookedBy(TraceEvent event, long cause, Span wait) {
        return event.at() <= wait.end() || wait.ended() != null && cause >= 0 && cause == wait.ended().sequence();
    }
}
