package dev.lifeline.analysis.life;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.life.Life.End;
import dev.lifeline.analysis.packet.PacketFlow;
import dev.lifeline.analysis.packet.StreamPackets;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Outcome;

/// The life of a connection of which no stage failed.
final class EndedLife {

    /// Up to here a person takes it for at once, in nanoseconds.
    private static final long AT_ONCE = 100_000_000;

    private EndedLife() {
    }

    static Life of(LifeFacts facts) {
        ConnectionSide side = facts.side();
        Life.Protocol protocol = ProtocolMatch.of(facts.lane(), side);
        if (side.tuple() == null) {
            return new Life.Nothing();
        } else if (side.withItself()) {
            return new Life.Itself(end(facts));
        } else if (protocol != null) {
            return new Life.Foreign(protocol);
        }
        Life web = WebLife.ended(facts);
        if (web != null) {
            return web;
        } else if (facts.lane() == Lane.SERVER) {
            return new Life.Called(side.read(), side.written(), end(facts));
        } else if (side.read() > 0) {
            return answered(facts, false);
        } else if (untaken(facts)) {
            return new Life.Untaken(facts.flow().synAcks());
        }
        return empty(facts);
    }

    /// Bytes came.
    ///
    /// @param cut whether fewer came than were expected, and the server ended its stream
    static Life answered(LifeFacts facts, boolean cut) {
        ConnectionSide side = facts.side();
        // Which packet holds a request is not seen inside TLS.
        StreamPackets wire = side.spokeTls() ? null : facts.wire();
        boolean first = side.written() == 0 || facts.index().packets().spokeFirst(facts.connection(), side.tuple());
        boolean late = first && wire != null && wire.finAt(Lane.CLIENT) >= 0 && wire.dataAt(Lane.SERVER) > wire.finAt(Lane.CLIENT);
        long after = late ? wire.dataAt(Lane.SERVER) - wire.finAt(Lane.CLIENT) : after(facts, wire, first);
        return new Life.Answered(after, wire != null, first, late, side.read(), cut, end(facts));
    }

    private static long after(LifeFacts facts, StreamPackets wire, boolean first) {
        if (wire == null) {
            return facts.waited(facts.done(Stage.FIRST_BYTE));
        }
        long since = first ? facts.flow().handshakeEnd() : wire.askedAt();
        // Stamps that are the same tell no time.
        return since < 0 || wire.dataAt(Lane.SERVER) <= since ? -1 : wire.dataAt(Lane.SERVER) - since;
    }

    /// Nothing came: the server ended its stream, or did not while it was waited for, or nobody waited.
    private static Life empty(LifeFacts facts) {
        Span wait = facts.done(Stage.FIRST_BYTE);
        Span close = facts.done(Stage.CLOSE);
        boolean asked = facts.side().written() > 0;
        if (wait != null && wait.outcome() instanceof Outcome.Moved moved && moved.ending() == Ending.END_OF_STREAM
                || end(facts) == End.IN_ORDER && first(facts, close) == Lane.SERVER) {
            return ended(facts, wait);
        } else if (wait != null) {
            return new Life.Silent(facts.waited(wait), asked, true, facts.place(wait));
        } else if (end(facts) == End.ONE_SIDED) {
            return new Life.Silent(facts.waited(close), asked, false, facts.place(close));
        }
        PacketFlow flow = facts.flow();
        long handshake = flow == null || !flow.complete() ? -1 : flow.handshakeEnd() - flow.synAt();
        Span last = close == null ? facts.done(Stage.CONNECT) : close;
        return new Life.Up(handshake, facts.side().written(), last == null ? Life.Place.UNKNOWN : facts.place(last), end(facts));
    }

    /// The side whose FIN came first: by the packets, else as the program saw it; `null` where neither tells.
    private static Lane first(LifeFacts facts, Span close) {
        Lane seen = facts.index().fins().first(close);
        return seen != null ? seen : close.outcome() instanceof Outcome.Closed closed ? closed.first() : null;
    }

    /// The server ended its stream without a byte.
    ///
    /// @param wait the stage that met its end; `null` where only the close did
    static Life ended(LifeFacts facts, Span wait) {
        StreamPackets wire = facts.wire();
        if (wire == null || wire.finAt(Lane.SERVER) < 0 || facts.side().spokeTls()) {
            long waited = facts.waited(wait);
            boolean atOnce = waited < 0 && wait != null && wait.begun() != null && !facts.index().timeline().held(wait);
            return new Life.Empty(waited, false, atOnce, facts.side().written() > 0);
        }
        long fin = wire.finAt(Lane.SERVER);
        boolean asked = wire.askedAt() >= 0 && wire.askedAt() <= fin;
        long after = fin - (asked ? wire.askedAt() : facts.flow().handshakeEnd());
        return new Life.Empty(Math.max(-1, after), true, after < AT_ONCE, asked);
    }

    /// How it ended, as far as a close says so.
    static End end(LifeFacts facts) {
        Span close = facts.done(Stage.CLOSE);
        StreamPackets wire = facts.wire();
        if (close == null || !(close.outcome() instanceof Outcome.Closed closed)) {
            return End.OPEN;
        } else if (wire != null && wire.rstAt(facts.lane() == Lane.CLIENT ? Lane.SERVER : Lane.CLIENT) >= 0) {
            return End.PEER_RESET;
        }
        return switch (closed.how()) {
            case ORDERLY -> End.IN_ORDER;
            case HALF -> facts.waited(close) < 0 ? End.NOT_AWAITED : End.ONE_SIDED;
            case RESET -> End.OWN_RESET;
            case ABANDONED -> End.GIVEN_UP;
        };
    }

    /// Says if the server sent its SYN-ACK again after the client's ACK, and nothing says that it took the connection later.
    static boolean untaken(LifeFacts facts) {
        PacketFlow flow = facts.flow();
        if (flow == null || !flow.untaken() || facts.index().sides().serverOf(facts.side().tuple()) != null) {
            return false;
        }
        for (TraceEvent event : facts.evidence().of(facts.connection())) {
            if (event.body() instanceof SocketSeen seen && seen.end() == Lane.SERVER && !seen.socket().state().halfOpen()) {
                return false;
            }
        }
        return true;
    }
}
