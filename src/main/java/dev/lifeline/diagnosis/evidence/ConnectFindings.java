package dev.lifeline.diagnosis.evidence;

import dev.lifeline.analysis.socket.EndpointMatch;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;

/// Findings about a stage before there was a connection: route, connect, accept.
public final class ConnectFindings {

    private ConnectFindings() {
    }

    /// The finding that narrows it most, or `null`.
    ///
    /// @param code the failure, or that of the deadline where the stage was still under way
    /// @param local whether the other end is on this machine
    static EvidenceFinding of(StageEvidence witness, ErrorCode code, boolean local) {
        PacketEvidence wire = witness.wire();
        Stage stage = witness.run().stage();
        if (stage == Stage.ACCEPT) {
            return code == ErrorCode.TIMEOUT ? arrival(witness) : null;
        }
        EvidenceFinding route = wire.syns() > 0 || witness.route() == null ? null : route(witness, code);
        if (route != null) {
            return route;
        }
        if (stage != Stage.CONNECT) {
            return null;
        }
        boolean waited = code == ErrorCode.TIMEOUT || code == ErrorCode.ETIMEDOUT;
        boolean refused = code == ErrorCode.ECONNREFUSED || code == ErrorCode.ECONNRESET;
        if (witness.translated() != null && (witness.synElsewhere() || wire.segments() == 0) && (waited || refused)) {
            return EvidenceFinding.TRANSLATED;
        }
        if (refused) {
            return refused(witness, code);
        }
        if (witness.icmp() != null && (waited || code == ErrorCode.EHOSTUNREACH || code == ErrorCode.ENETUNREACH
                || code == ErrorCode.EHOSTDOWN || code == ErrorCode.EACCES)) {
            return icmp(witness);
        }
        if (waited && wire.challenged() > 0 && wire.answer() < 0) {
            return EvidenceFinding.CHALLENGED;
        }
        if (!waited || wire.answer() < 0 && wire.side(witness.peer()).segments() > 0) {
            return null;
        }
        return wire.answer() >= 0 ? answered(witness) : unanswered(witness, local);
    }

    private static EvidenceFinding route(StageEvidence witness, ErrorCode code) {
        RouteType type = witness.route().type();
        if (code == ErrorCode.EINVAL && witness.sourceRefused()) {
            return EvidenceFinding.SOURCE_REFUSED;
        }
        if (code == ErrorCode.EACCES || code == ErrorCode.ENETUNREACH) {
            // A datagram to all is forbidden (EACCES), a connection to more than one is out of reach (ip(7), tcp_v4_connect).
            if (type == RouteType.BROADCAST || type == RouteType.MULTICAST) {
                return type == RouteType.BROADCAST ? EvidenceFinding.BROADCAST : EvidenceFinding.MULTICAST;
            }
        }
        return explains(type, code) ? EvidenceFinding.ROUTE_REFUSED : null;
    }

    /// The kernel's error says the type of the route (rtnetlink answers with the same).
    private static boolean explains(RouteType type, ErrorCode code) {
        return type == RouteType.BLACKHOLE && code == ErrorCode.EINVAL
                || type == RouteType.UNREACHABLE && code == ErrorCode.EHOSTUNREACH
                || type == RouteType.PROHIBIT && code == ErrorCode.EACCES
                || type == RouteType.NONE && code == ErrorCode.ENETUNREACH;
    }

    private static EvidenceFinding refused(StageEvidence witness, ErrorCode code) {
        PacketEvidence wire = witness.wire();
        if (wire.side(witness.peer()).rst() >= 0) {
            return EvidenceFinding.RST_ANSWER;
        }
        if (witness.icmp() != null && code == ErrorCode.ECONNREFUSED) {
            return icmp(witness);
        }
        if (wire.syns() == 0) {
            return noSyn(witness);
        }
        return witness.wouldHaveSeen() ? EvidenceFinding.RST_UNSEEN : null;
    }

    /// Tells in whose name an ICMP error came. An own address comes first: on this machine it may be the target's too.
    static EvidenceFinding icmp(StageEvidence witness) {
        String offender = EndpointMatch.bare(witness.icmp().offender());
        boolean source = witness.route() != null && witness.route().source() != null
                && offender.equals(EndpointMatch.bare(witness.route().source()));
        boolean self = source || witness.icmp().looped() || EndpointMatch.isLoopback(offender) || witness.client() != null
                && offender.equals(EndpointMatch.bare(witness.client().address()));
        boolean target = witness.server() != null && offender.equals(EndpointMatch.bare(witness.server().address()));
        return self ? EvidenceFinding.ICMP_SELF : target ? EvidenceFinding.ICMP_TARGET : EvidenceFinding.ICMP_OTHER;
    }

    private static EvidenceFinding answered(StageEvidence witness) {
        PacketEvidence wire = witness.wire();
        if (wire.synAck() < 0) {
            return EvidenceFinding.RST_IGNORED;
        }
        if (witness.stepped() != null) {
            return EvidenceFinding.ANSWERED;
        }
        if (wire.synAck() > witness.run().ended()) {
            return EvidenceFinding.ANSWERED_LATE;
        }
        if (wire.ack() >= 0) {
            return EvidenceFinding.HANDSHAKE_SEEN;
        }
        boolean refusedHere = wire.side(witness.own()).rst() >= 0;
        return witness.gapless() && !refusedHere ? EvidenceFinding.ANSWER_IGNORED : EvidenceFinding.ANSWERED;
    }

    private static EvidenceFinding unanswered(StageEvidence witness, boolean local) {
        if (local && full(witness.sockets().listener())) {
            return EvidenceFinding.QUEUE_FULL;
        }
        SocketEvidence.Look<SocketSnapshot> server = witness.sockets().last(witness.peer());
        if (server != null && server.seen().state().halfOpen()) {
            return EvidenceFinding.SYN_RECV;
        }
        if (witness.watchedTheWire() && witness.wire().syns() > 0) {
            return EvidenceFinding.SILENCE;
        }
        EvidenceFinding none = noSyn(witness);
        return none != null ? none : resent(witness) ? EvidenceFinding.SYN_SENT : held(witness) ? EvidenceFinding.SYN_HELD : null;
    }

    /// Tells whether the kernel said that it sent its SYN again.
    public static boolean resent(StageEvidence witness) {
        return synSent(witness) && witness.sockets().retransmits(witness.own()) > 0;
    }

    /// Tells whether the timer of the SYN ran out and the kernel sent nothing: a SYN that still waits in this machine, for the link
    /// address of its next hop as a rule, is not sent again (`__tcp_retransmit_skb` of `net/ipv4/tcp_output.c`).
    public static boolean held(StageEvidence witness) {
        return synSent(witness) && witness.sockets().expired(witness.own()) > 0
                && witness.sockets().retransmits(witness.own()) == 0;
    }

    private static boolean synSent(StageEvidence witness) {
        SocketEvidence.Look<SocketSnapshot> client = witness.sockets().last(witness.own());
        return client != null && client.seen().state() == SocketState.SYN_SENT;
    }

    /// The kernel lets one more in than the limit says (`sk_acceptq_is_full` of `net/sock.h`).
    static boolean full(SocketEvidence.Look<ListenerSeen> look) {
        return look != null && look.seen().queued() > look.seen().backlog();
    }

    private static EvidenceFinding noSyn(StageEvidence witness) {
        boolean sure = witness.watchedTheWire() && witness.gapless() && witness.wire().segments() == 0;
        return sure ? EvidenceFinding.NO_SYN : null;
    }

    private static EvidenceFinding arrival(StageEvidence witness) {
        return witness.wire().syns() > 0 ? EvidenceFinding.SYN_ARRIVED : noSyn(witness);
    }
}
