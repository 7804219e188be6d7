package dev.lifeline.diagnosis.evidence;

import dev.lifeline.analysis.packet.Hops;
import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.socket.EndpointMatch;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.Milestone;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.text.Durations;

/// The evidence of a stage in figures and answers, for the texts of verdicts. Durations are nanoseconds, -1 where
/// they are not known. Who asks for a figure knows that it is there: a text that tells it belongs to a finding that has it.
///
/// @param witness what the kernel and the wire said
/// @param sent bytes that the kernel took from this side; of TLS those that were captured
public record EvidenceFigures(Facts facts, StageEvidence witness, long sent) {

    /// After how many times the intervals of retransmission are no news.
    private static final int MOST_TIMES = 5;
    /// After which time without an acknowledgement Linux sends again at the soonest (`TCP_RTO_MIN` of `net/tcp.h`).
    private static final long SHORTEST_TIMEOUT = 200_000_000;

    /// Which group of findings knows a stage.
    private enum Phase {
        /// There is no connection yet.
        MAKING,
        /// The connection is established.
        ESTABLISHED,
        /// Neither kernel nor wire say anything of it.
        UNSEEN;

        static Phase of(Stage stage) {
            return switch (stage) {
                case ROUTE, CONNECT, ACCEPT -> MAKING;
                case TLS, REQUEST, WRITE, FIRST_BYTE, DATA, RESPONSE, IDLE, CLOSE -> ESTABLISHED;
                case LOOKUP, BIND, HANDSHAKE, ACCEPT_QUEUE, WORKER_QUEUE, HANDLER, PROTOCOL -> UNSEEN;
            };
        }
    }

    /// Looks at a stage.
    public static EvidenceFigures of(Facts facts, UnfinishedStage run) {
        StageEvidence witness = StageEvidence.of(facts, run);
        ConnectionSide side = facts.story(run.lane(), run.connection());
        // What a program writes inside TLS are other bytes than those that cross.
        return new EvidenceFigures(facts, witness, side.spokeTls() ? witness.wire().side(witness.own()).sent() : side.written());
    }

    /// The finding that narrows the stage most, or `null`.
    ///
    /// @param code why the stage failed, or what its deadline would have made of it
    /// @param local whether the other end is on this machine
    public EvidenceFinding finding(ErrorCode code, boolean local) {
        return switch (phase()) {
            case MAKING -> ConnectFindings.of(witness, code, local);
            case ESTABLISHED -> StreamFindings.of(witness, code, sent);
            case UNSEEN -> null;
        };
    }

    /// The finding that may narrow where a connection got lost on its way, or `null`.
    ///
    /// @param missing the first event of the way that is missing
    /// @param finding what follows for the stage, or `null`
    public EvidenceFinding missing(Milestone missing, EvidenceFinding finding) {
        return switch (missing) {
            case SERVER_ACCEPT -> StreamFindings.unaccepted(witness);
            case CLIENT_FIRST_DATA -> witness.wire().side(Lane.SERVER).sent() > 0 ? EvidenceFinding.ANSWER_SEEN : finding;
            case CLIENT_CONNECT, SERVER_FIRST_DATA -> finding;
        };
    }

    private Phase phase() {
        return Phase.of(witness.run().stage());
    }

    /// When the SYN was sent again, in time since the first: `1 s, 3 s, 7 s`.
    public String synIntervals() {
        PacketEvidence wire = witness.wire();
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < wire.syns() && i <= MOST_TIMES; i++) {
            text.append(i == 1 ? "" : ", ").append(Durations.rounded(wire.syn(i) - wire.syn(0)));
        }
        return text.append(wire.syns() > MOST_TIMES + 1 ? " ..." : "").toString();
    }

    /// From the first SYN to its first answer.
    public long answerAfter() {
        return sinceSyn(witness.wire().answer());
    }

    /// From the first SYN to the server's RST.
    public long resetAfter() {
        return sinceSyn(witness.wire().side(Lane.SERVER).rst());
    }

    /// Tells whether it is known when after the SYN the server's RST refused or reset the connection that was being made.
    public boolean isRefusalTimed() {
        UnfinishedStage run = witness.run();
        boolean refused = run.failed(ErrorCode.ECONNREFUSED) || run.failed(ErrorCode.ECONNRESET);
        return refused && run.stage() == Stage.CONNECT && witness.wire().ack() < 0 && resetAfter() >= 0;
    }

    /// From the SYN-ACK to the FIN or RST of the other end that ended the wait for its first byte; -1 where that is not known.
    public long endAfter() {
        UnfinishedStage run = witness.run();
        PacketEvidence wire = witness.wire();
        long end = run.failed(ErrorCode.EOF) ? wire.side(witness.peer()).fin()
                : run.failed(ErrorCode.ECONNRESET) ? wire.side(witness.peer()).rst() : -1;
        boolean known = run.stage() == Stage.FIRST_BYTE && wire.synAck() >= 0 && end >= wire.synAck() && end <= run.ended();
        return known && !clockSet() ? end - wire.synAck() : -1;
    }

    private long sinceSyn(long at) {
        PacketEvidence wire = witness.wire();
        return at < 0 || wire.syns() == 0 || clockSet() ? -1 : at - wire.syn(0);
    }

    /// From the end of the wait to the SYN-ACK.
    public long late() {
        return witness.wire().synAck() - witness.run().ended();
    }

    /// How long before the stage began the other end's RST came; 0 where it did not. Where the reset came before the program
    /// looked, the length of its stage says nothing of the connection.
    public long resetBefore() {
        UnfinishedStage run = witness.run();
        long rst = witness.wire().side(witness.peer()).rst();
        return rst < 0 || run.took() < 0 || clockSet() ? 0 : Math.max(0, run.ended() - run.took() - rst);
    }

    /// Bytes of this side that the other end had acknowledged.
    public long acknowledged() {
        return Math.min(sent, witness.wire().side(witness.peer()).acknowledged());
    }

    /// The next hop by the kernel's route: its gateway, or else the destination; `null` where that is not known.
    ///
    /// @param destination the address of the other end
    public String nextHop(String destination) {
        KernelRoute route = witness.route();
        return route == null || route.type() != RouteType.UNICAST ? null
                : route.gateway() != null ? EndpointMatch.bare(route.gateway()) : destination;
    }

    /// Bytes of the packets in which this side's first unacknowledged byte was sent again, where none of them was smaller than
    /// the largest that the route takes; -1 where that is not known, or not so.
    public long fullSize() {
        PacketEvidence wire = witness.wire();
        long length = wire.blockedLength(witness.own());
        KernelRoute route = witness.route();
        boolean full = route != null && route.mtu() > 0 && length >= route.mtu();
        return full && witness.gapless() && witness.stepped() == null && StreamFindings.took(witness) && !"lo".equals(wire.device())
                ? length : -1;
    }

    /// Tells whether the other end's RST came with another time to live, or hop limit, than its SYN-ACK.
    public boolean otherHops() {
        int rst = witness.wire().rstHops(witness.peer());
        int synAck = witness.wire().synAckHops();
        return witness.peer() == Lane.SERVER && Hops.differ(rst, synAck);
    }

    /// Tells whether packets were watched, nothing is known to be missing, and none of this side was among those seen.
    public boolean ownUnseen() {
        return witness.watchedTheWire() && witness.gapless() && witness.wire().side(witness.own()).segments() == 0;
    }

    /// The interface of the kernel's own route; `null` where the kernel was not asked, refused, or where the socket or the SYN
    /// did not keep to its answer.
    public String device() {
        KernelRoute route = witness.route();
        if (route == null || route.type() != RouteType.UNICAST && route.type() != RouteType.LOCAL || witness.sourceRefused()
                || witness.disagreed() != null) {
            return null;
        }
        String seen = witness.wire().device();
        return seen == null || seen.equals(route.device()) ? route.device() : null;
    }

    /// The last look at the listener; one during the stage comes first.
    public SocketEvidence.Look<ListenerSeen> listener() {
        SocketEvidence sockets = witness.sockets();
        return sockets.listener() != null ? sockets.listener() : sockets.lastListener();
    }

    /// Tells whether the socket table was looked at for the listeners of the target's port.
    public boolean listenersSeen() {
        return witness.port() != null || listener() != null;
    }

    /// Tells whether the listener's accept queue had room. Of an established connection it matters whether there was room when its
    /// handshake ended.
    public boolean queueRoom() {
        SocketEvidence sockets = witness.sockets();
        var look = phase() == Phase.MAKING ? sockets.listener() : sockets.lastListener();
        return look != null && look.seen().queued() <= look.seen().backlog();
    }

    /// The last state of an end.
    public SocketState state(Lane end) {
        SocketState state = witness.sockets().last(end).seen().state();
        return state == SocketState.NEW_SYN_RECV ? SocketState.SYN_RECV : state;
    }

    /// How old the last look at an end was when the wait ended; 0 where that end was the reason for it, or nobody looked.
    public long age(Lane end) {
        return age(witness.sockets().last(end));
    }

    /// How old a look was when the wait ended: between two looks nobody watched.
    ///
    /// @param look the look, or `null`
    public static long age(SocketEvidence.Look<?> look) {
        return look == null ? 0 : look.before();
    }

    /// Bytes in an end's receive queue.
    public long unread(Lane end) {
        var look = witness.sockets().last(end);
        return look == null ? 0 : look.seen().unread();
    }

    /// Bytes of this side that are not acknowledged.
    public long unacked() {
        return StreamFindings.unackedBytes(witness, sent);
    }

    /// Tells whether the other end's window is closed, and bytes of this side are not acknowledged.
    public boolean stopped() {
        return phase() == Phase.ESTABLISHED && StreamFindings.stopped(witness, sent);
    }

    /// How often something was sent again.
    public long retransmits() {
        return StreamFindings.again(witness);
    }

    /// Tells whether it is the socket table that says how often something was sent again.
    public boolean againBySocket() {
        return witness.sockets().retransmits(witness.own()) >= witness.wire().side(witness.own()).again();
    }

    /// Tells whether it is this side's kernel that has the acknowledgement of all that was sent.
    public boolean ackedBySocket() {
        return StreamFindings.ackedBySocket(witness, StreamFindings.seen(witness.sockets().recent(witness.own())), sent);
    }

    private boolean clockSet() {
        return witness.stepped() != null;
    }

    /// How long the client's kernel had to do with the handshake: from its SYN to its ACK.
    public long handshakeTook() {
        PacketEvidence wire = witness.wire();
        return witness.own() != Lane.CLIENT || clockSet() || wire.syns() == 0 ? -1 : wire.ack() - wire.syn(0);
    }

    /// From the SYN-ACK to the return of connect.
    public long connectLag() {
        for (TraceEvent event : facts.trace().events()) {
            if (event.lane() == Lane.CLIENT && event.connection() == witness.run().connection()
                    && event.body() instanceof StageEvent.Finished done && done.outcome() instanceof Outcome.Connected) {
                return event.at() - witness.wire().synAck();
            }
        }
        return -1;
    }

    /// Tells whether all that was written had been acknowledged in the end.
    public boolean allAcknowledged() {
        return sent > 0 && StreamFindings.acked(witness, witness.sockets().figures(witness.own()), sent);
    }

    /// Bytes of this side that were surely not read: never acknowledged, and answered by a RST of a kernel that had no socket for
    /// them. 0 where that is not sure: where packets may be missing, bytes were sent again, or they were sent before the other
    /// end's FIN, so that its program may have had them, or a box on the way may have answered.
    public long neverRead() {
        PacketEvidence.Side own = witness.wire().side(witness.own());
        PacketEvidence.Side peer = witness.wire().side(witness.peer());
        boolean sure = peer.bareRst() && own.again() == 0 && own.sent() >= sent && witness.wouldHaveSeen() && !clockSet()
                && own.onlyAfterFin(peer);
        return sure && !facts.story(witness.own(), witness.run().connection()).spokeTls() ? sent - acknowledged() : 0;
    }

    /// Tells whether bytes of the other end came that were sent after all of this side's had arrived.
    public boolean answeredAll() {
        return sent > 0 && witness.wire().side(witness.peer()).answered() >= sent;
    }

    /// Tells whether all the server's bytes were sent before any of the client's had arrived.
    public boolean spokeFirst() {
        FourTuple tuple = facts.story(witness.own(), witness.run().connection()).tuple();
        return sent > 0 && witness.own() == Lane.CLIENT && facts.index().packets().spokeFirst(witness.run().connection(), tuple);
    }

    /// Tells whether both FINs were captured, and no RST.
    public boolean bothFins() {
        PacketEvidence.Side own = witness.wire().side(witness.own());
        PacketEvidence.Side peer = witness.wire().side(witness.peer());
        return own.fin() >= 0 && peer.fin() >= 0 && own.rst() < 0 && peer.rst() < 0;
    }

    /// Tells whether this side's FIN was sent after the stage, and acknowledged.
    public boolean finTaken() {
        PacketEvidence.Side own = witness.wire().side(witness.own());
        return witness.sockets().finTaken(witness.own())
                || !clockSet() && own.fin() > witness.run().ended() && own.finAcknowledged();
    }

    /// Tells whether this side's FIN, sent after the stage, was answered by a bare RST, as a kernel answers that has no such connection.
    public boolean finRefused() {
        PacketEvidence.Side own = witness.wire().side(witness.own());
        return !clockSet() && own.fin() > witness.run().ended() && own.finRefused();
    }

    /// Bytes of the other end that were not captured though later ones were; 0 where packets may be missing.
    public long hole() {
        return witness.gapless() && !clockSet() ? witness.wire().side(witness.peer()).hole() : 0;
    }

    /// For how long the capture held no acknowledgement of a FIN that was sent after the stage; -1 where it did, or packets may be
    /// missing, or less time was watched than an answer needs.
    public long finOpen() {
        PacketEvidence wire = witness.wire();
        PacketEvidence.Side own = wire.side(witness.own());
        long watched = own.fin() > witness.run().ended() && !finTaken() && !finRefused() && witness.wouldHaveSeen() && !clockSet()
                ? facts.end() - own.fin() : -1;
        boolean enough = watched >= SHORTEST_TIMEOUT && wire.syns() > 0 && wire.synAck() >= 0
                && watched > 2 * (wire.synAck() - wire.syn(0));
        return enough ? watched : -1;
    }

    /// How many keep-alive probes of this side stayed without an answer, as far as that is known.
    public long probes() {
        return StreamFindings.probes(witness);
    }

    /// Bytes that lay unread at the other end when it was last seen open.
    public long leftUnread() {
        return witness.sockets().unread(witness.peer());
    }

    /// How many segments had to be sent again over the whole life.
    public long segmentsAgain() {
        SocketSnapshot own = witness.sockets().figures(witness.own());
        long told = own == null || own.info().totalRetransmits() == TcpInfo.ABSENT ? 0 : own.info().totalRetransmits();
        return Math.max(told, witness.wire().side(witness.own()).again());
    }

    /// The end that was seen in TIME_WAIT; `null` where none was.
    public Lane timeWaitHolder() {
        SocketEvidence sockets = witness.sockets();
        return sockets.timeWait(Lane.CLIENT) ? Lane.CLIENT : sockets.timeWait(Lane.SERVER) ? Lane.SERVER : null;
    }
}
