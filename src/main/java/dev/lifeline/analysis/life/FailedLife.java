package dev.lifeline.analysis.life;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.packet.StreamPackets;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;

/// The life of a connection of which a stage failed.
final class FailedLife {

    private FailedLife() {
    }

    static Life of(LifeFacts facts) {
        Span failed = facts.failed();
        ErrorCode code = LifeFacts.code(failed);
        // What came in place of HTTP tells more than that it is none.
        Life.Protocol protocol = code == ErrorCode.HTTP_MALFORMED ? ProtocolMatch.of(facts.lane(), facts.side()) : null;
        Life web = protocol != null ? new Life.Foreign(protocol) : WebLife.failed(facts, failed, code);
        return web != null ? web : switch (failed.stage()) {
            case LOOKUP -> new Life.Unnamed(code, facts.waited(failed));
            case ROUTE, CONNECT -> facts.lane() == Lane.CLIENT ? UnmadeLife.of(facts, failed, code) : other(facts, failed, code);
            case WRITE, FIRST_BYTE, DATA, REQUEST, RESPONSE, IDLE, CLOSE, PROTOCOL -> stream(facts, failed, code);
            case BIND, HANDSHAKE, ACCEPT_QUEUE, ACCEPT, WORKER_QUEUE, TLS, HANDLER -> other(facts, failed, code);
        };
    }

    static Life other(LifeFacts facts, Span failed, ErrorCode code) {
        return new Life.Failed(failed.stage(), code, facts.waited(failed));
    }

    private static Life stream(LifeFacts facts, Span failed, ErrorCode code) {
        Life.Protocol protocol = ProtocolMatch.of(facts.lane(), facts.side());
        if (facts.side().withItself()) {
            return new Life.Itself(EndedLife.end(facts));
        } else if (protocol != null) {
            return new Life.Foreign(protocol);
        } else if (facts.lane() == Lane.CLIENT && facts.side().read() == 0 && EndedLife.untaken(facts)) {
            return new Life.Untaken(facts.flow().synAcks());
        }
        return switch (code) {
            case ECONNRESET, EPIPE -> reset(facts, failed, code);
            case EOF -> facts.lane() == Lane.SERVER ? other(facts, failed, code)
                    : facts.side().read() > 0 ? EndedLife.answered(facts, true) : EndedLife.ended(facts, failed);
            case TIMEOUT -> silent(facts, failed, code);
            case ETIMEDOUT -> unacknowledged(facts) ? noAcknowledgement(facts, failed) : other(facts, failed, code);
            case EHOSTUNREACH, ENETUNREACH, EHOSTDOWN -> UnmadeLife.unreachable(facts, failed, code);
            default -> other(facts, failed, code);
        };
    }

    private static Life silent(LifeFacts facts, Span failed, ErrorCode code) {
        if (facts.lane() == Lane.SERVER || failed.stage() == Stage.PROTOCOL || failed.stage() == Stage.CLOSE) {
            return other(facts, failed, code);
        } else if (unacknowledged(facts)) {
            return noAcknowledgement(facts, failed);
        } else if (failed.stage() == Stage.WRITE) {
            return new Life.Blocked(facts.side().written(), facts.waited(failed));
        } else if (facts.side().read() > 0) {
            boolean still = facts.side().lastRead() > failed.end() - failed.took() / 2;
            return new Life.Stalled(facts.side().read(), facts.waited(failed), still);
        }
        StreamPackets wire = facts.wire();
        boolean unread = facts.unread(failed)
                || wire != null && wire.dataAt(Lane.SERVER) >= 0 && wire.dataAt(Lane.SERVER) <= failed.end();
        // Bytes that came and were not read are this side's silence.
        return unread ? other(facts, failed, code)
                : new Life.Silent(facts.waited(failed), facts.side().written() > 0, true, facts.place(failed));
    }

    /// Says if what the client sent passed again, and the server had not acknowledged all of it.
    private static boolean unacknowledged(LifeFacts facts) {
        StreamPackets wire = facts.wire();
        return wire != null && facts.lane() == Lane.CLIENT && wire.again() > 0 && wire.bytes(Lane.CLIENT) > wire.taken()
                && wire.dataAt(Lane.SERVER) < 0;
    }

    private static Life noAcknowledgement(LifeFacts facts, Span failed) {
        StreamPackets wire = facts.wire();
        return new Life.Unacknowledged(wire.bytes(Lane.CLIENT) - wire.taken(), wire.again(),
                Math.max(-1, failed.end() - wire.dataAt(Lane.CLIENT)));
    }

    private static Life reset(LifeFacts facts, Span failed, ErrorCode code) {
        Lane peer = facts.lane() == Lane.CLIENT ? Lane.SERVER : Lane.CLIENT;
        StreamPackets wire = facts.wire();
        if (wire != null && wire.rstAt(peer) < 0 && wire.rstAt(facts.lane()) >= 0) {
            return new Life.Reset(facts.lane(), true, Life.Since.UNKNOWN, -1, facts.side().read(), failed.stage());
        } else if (wire == null || wire.rstAt(peer) < 0) {
            return unseenReset(facts, failed, peer, code);
        }
        Lane by = peer == Lane.SERVER && wire.resetFromElsewhere() ? null : peer;
        long rst = wire.rstAt(peer);
        long bytes = wire.bytes(peer);
        long fin = wire.finAt(peer);
        if (fin >= 0 && fin <= rst) {
            return bytes == 0 && facts.lane() == Lane.CLIENT ? EndedLife.ended(facts, failed)
                    : new Life.Reset(peer, false, Life.Since.PEER_FIN, rst - fin, bytes, failed.stage());
        } else if (bytes > 0) {
            return new Life.Reset(by, false, Life.Since.BYTES, rst - wire.lastDataAt(peer), bytes, failed.stage());
        }
        long own = wire.finAt(facts.lane());
        long data = wire.lastDataAt(facts.lane());
        boolean closed = own >= 0 && own <= rst;
        boolean asked = data >= 0 && data <= rst;
        return closed ? new Life.Reset(by, false, Life.Since.OWN_FIN, rst - own, 0, failed.stage())
                : asked ? new Life.Reset(by, false, Life.Since.REQUEST, rst - data, 0, failed.stage())
                : new Life.Reset(by, false, Life.Since.HANDSHAKE, rst - facts.flow().handshakeEnd(), 0, failed.stage());
    }

    /// Without the other side's RST its moment is not known, and who made it only where that program itself was traced.
    private static Life unseenReset(LifeFacts facts, Span failed, Lane peer, ErrorCode code) {
        boolean told = facts.lane() == Lane.CLIENT && PeerClose.resetBy(facts.index(), facts.side(), failed.end());
        long bytes = facts.side().read();
        if (code == ErrorCode.EPIPE && !told) {
            // This side may have ended its own stream (write(2)).
            return other(facts, failed, code);
        }
        return new Life.Reset(told ? peer : null, false, bytes > 0 ? Life.Since.BYTES : Life.Since.UNKNOWN, -1, bytes, failed.stage());
    }
}
