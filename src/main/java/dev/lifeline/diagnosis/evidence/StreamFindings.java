package dev.lifeline.diagnosis.evidence;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpInfo;

/// Findings about a stage of an established connection.
public final class StreamFindings {

    private StreamFindings() {
    }

    /// The finding that narrows it most, or `null`.
    ///
    /// @param code the failure, or that of the deadline where the stage was still under way
    /// @param sent bytes that the kernel took from this side
    static EvidenceFinding of(StageEvidence witness, ErrorCode code, long sent) {
        if (code == ErrorCode.ECONNRESET || code == ErrorCode.EPIPE) {
            return reset(witness, code);
        }
        boolean way = code == ErrorCode.EHOSTUNREACH || code == ErrorCode.ENETUNREACH || code == ErrorCode.ETIMEDOUT;
        if (way && witness.icmp() != null) {
            return ConnectFindings.icmp(witness);
        }
        if (code == ErrorCode.ETIMEDOUT && untaken(witness)) {
            return EvidenceFinding.UNTAKEN;
        }
        if (code == ErrorCode.ETIMEDOUT) {
            return probes(witness) > 0 && nothingOut(witness, sent) ? EvidenceFinding.KEEP_ALIVE
                    : again(witness) > 0 ? EvidenceFinding.UNACKED : null;
        }
        if (code != ErrorCode.TIMEOUT) {
            return null;
        }
        if (untaken(witness) && unaccepted(witness) == null) {
            return EvidenceFinding.UNTAKEN;
        }
        return witness.run().stage() == Stage.CLOSE ? closing(witness) : waiting(witness, sent);
    }

    /// Tells whether the server sent its SYN-ACK again although the client's ACK to it had passed the capture, and nothing says that
    /// it took the connection later.
    public static boolean untaken(StageEvidence witness) {
        return witness.peer() == Lane.SERVER && witness.wire().untaken() > 0 && witness.stepped() == null && !took(witness);
    }

    /// Tells whether the kernel or the wire say that the other end took the connection: it acknowledged more than a SYN, or sent
    /// more than a SYN-ACK, or stands in the socket table.
    public static boolean took(StageEvidence witness) {
        if (witness.peer() != Lane.SERVER || witness.accepted() || witness.wire().spoke()) {
            return true;
        }
        SocketSnapshot own = witness.sockets().figures(Lane.CLIENT);
        SocketSnapshot peer = seen(witness.sockets().last(Lane.SERVER));
        boolean acked = own != null && own.info().bytesAcked() != TcpInfo.ABSENT && own.info().bytesAcked() > 1;
        boolean came = own != null && own.info().bytesReceived() != TcpInfo.ABSENT && own.info().bytesReceived() > 0;
        return acked || came || peer != null && !peer.state().halfOpen()
                || witness.sockets().timeWait(Lane.CLIENT) || witness.sockets().timeWait(Lane.SERVER);
    }

    private static EvidenceFinding reset(StageEvidence witness, ErrorCode code) {
        if (resetHalfOpen(witness)) {
            return ConnectFindings.full(witness.sockets().lastListener()) ? EvidenceFinding.QUEUE_FULL : EvidenceFinding.HALF_OPEN;
        }
        if (witness.wire().side(witness.peer()).rst() >= 0) {
            if (untaken(witness)) {
                return EvidenceFinding.UNTAKEN;
            }
            return EvidenceFinding.RST_PEER;
        }
        if (witness.wire().side(witness.own()).rst() >= 0 && witness.stepped() == null) {
            return EvidenceFinding.RST_OWN;
        }
        return code == ErrorCode.ECONNRESET && witness.wouldHaveSeen() ? EvidenceFinding.RST_UNSEEN : null;
    }

    /// Tells whether the server's kernel had no connection to hand to its program, by the last look before the reset. The end of a
    /// socket is told too: an old look still holds.
    private static boolean resetHalfOpen(StageEvidence witness) {
        if (witness.peer() != Lane.SERVER || witness.accepted() || witness.wire().side(Lane.SERVER).sent() > 0) {
            return false;
        }
        SocketSnapshot peer = seen(witness.sockets().last(Lane.SERVER));
        SocketSnapshot own = seen(witness.sockets().last(Lane.CLIENT));
        return peer != null && peer.state().halfOpen() && own != null && own.state() == SocketState.ESTABLISHED;
    }

    private static EvidenceFinding closing(StageEvidence witness) {
        SocketSnapshot peer = seen(witness.sockets().recent(witness.peer()));
        SocketSnapshot own = seen(witness.sockets().recent(witness.own()));
        if (peer != null && peer.state() == SocketState.CLOSE_WAIT) {
            return peer.inode() == 0 ? EvidenceFinding.NOT_ACCEPTED : EvidenceFinding.CLOSE_WAIT;
        }
        return own != null && own.state() == SocketState.FIN_WAIT2 ? EvidenceFinding.FIN_ACKED : null;
    }

    private static EvidenceFinding waiting(StageEvidence witness, long sent) {
        SocketSnapshot peer = seen(witness.sockets().recent(witness.peer()));
        SocketSnapshot own = seen(witness.sockets().recent(witness.own()));
        if (own != null && own.unread() > 0 && witness.run().stage() != Stage.WRITE) {
            return EvidenceFinding.OWN_UNREAD;
        }
        // The program's own word that it has the connection is newer than any look before that.
        EvidenceFinding served = served(witness);
        EvidenceFinding unaccepted = served != null ? served : unaccepted(witness);
        if (unaccepted != null) {
            return unaccepted;
        }
        if (witness.run().stage() == Stage.FIRST_BYTE && witness.wire().side(witness.peer()).sent() > 0
                && witness.stepped() == null) {
            if (witness.gapless() && witness.wire().side(witness.peer()).headless()) {
                return EvidenceFinding.ANSWER_GAP;
            }
            return EvidenceFinding.ANSWER_SEEN;
        }
        if ((witness.run().stage() == Stage.DATA || witness.run().stage() == Stage.IDLE) && witness.gapless() && witness.stepped() == null
                && witness.wire().side(witness.peer()).hole() > 0) {
            return EvidenceFinding.ANSWER_GAP;
        }
        if (peer != null && peer.inode() != 0 && peer.unread() > 0) {
            return EvidenceFinding.UNREAD;
        }
        if (closedWindow(witness, own)) {
            return EvidenceFinding.ZERO_WINDOW;
        }
        if (unacked(witness, own, sent)) {
            return EvidenceFinding.UNACKED;
        }
        if (probes(witness) > 1 && nothingOut(witness, sent) && witness.run().stage() != Stage.WRITE) {
            return EvidenceFinding.KEEP_ALIVE;
        }
        return witness.run().stage() == Stage.WRITE ? null : arrived(witness, peer, own, sent);
    }

    private static EvidenceFinding served(StageEvidence witness) {
        if (witness.served(Stage.WORKER_QUEUE) >= 0) {
            return EvidenceFinding.NO_WORKER;
        }
        return witness.served(Stage.HANDLER) >= 0 && witness.run().stage() != Stage.WRITE ? EvidenceFinding.AT_WORK : null;
    }

    /// Tells whether the server's end stands before its program: in the accept queue, or not even there.
    public static EvidenceFinding unaccepted(StageEvidence witness) {
        // Bytes that came prove that a program had it, whatever an older look saw.
        if (witness.peer() != Lane.SERVER || witness.heard()) {
            return null;
        }
        SocketSnapshot peer = seen(witness.sockets().recent(witness.peer()));
        SocketSnapshot own = seen(witness.sockets().recent(witness.own()));
        if (peer != null && peer.inode() == 0
                && (peer.state() == SocketState.ESTABLISHED || peer.state() == SocketState.CLOSE_WAIT)) {
            return EvidenceFinding.NOT_ACCEPTED;
        }
        boolean half = peer != null && peer.state().halfOpen();
        return half && own != null && own.state() == SocketState.ESTABLISHED ? EvidenceFinding.HALF_OPEN : null;
    }

    /// Tells whether something was sent again and is still not acknowledged.
    static boolean unacked(StageEvidence witness, SocketSnapshot own, long sent) {
        if (own != null) {
            return own.unacknowledged() > 0 && own.timer() == SocketTimer.RETRANSMIT && own.retransmits() > 0;
        }
        PacketEvidence wire = witness.wire();
        return witness.wouldHaveSeen() && wire.side(witness.own()).again() > 0
                && wire.side(witness.peer()).acknowledged() < Math.max(sent, wire.side(witness.own()).sent());
    }

    /// Tells whether the other end takes no more bytes, and some that this side wrote are not acknowledged.
    static boolean stopped(StageEvidence witness, long sent) {
        return closedWindow(witness, seen(witness.sockets().recent(witness.own()))) && unackedBytes(witness, sent) > 0;
    }

    /// Bytes that this side wrote and the other end has not acknowledged.
    static long unackedBytes(StageEvidence witness, long sent) {
        SocketSnapshot own = seen(witness.sockets().recent(witness.own()));
        return own != null ? own.unacknowledged() : Math.max(sent, witness.wire().side(witness.own()).sent())
                - witness.wire().side(witness.peer()).acknowledged();
    }

    private static boolean closedWindow(StageEvidence witness, SocketSnapshot own) {
        if (witness.stepped() == null && witness.gapless() && witness.wire().side(witness.peer()).closedWindow()) {
            return true;
        }
        if (own == null || own.timer() != SocketTimer.PROBE) {
            return false;
        }
        return own.info() == null || own.info().sendWindow() == 0 || own.info().sendWindow() == TcpInfo.ABSENT;
    }

    private static EvidenceFinding arrived(StageEvidence witness, SocketSnapshot peer, SocketSnapshot own, long sent) {
        boolean held = peer != null && peer.inode() != 0 && peer.state() == SocketState.ESTABLISHED;
        boolean quiet = held && peer.sendQueue() == 0 && peer.unread() == 0;
        if (sent == 0) {
            boolean empty = quiet && own != null && own.sendQueue() == 0 && witness.run().stage() == Stage.FIRST_BYTE;
            return empty ? EvidenceFinding.BOTH_WAIT : null;
        }
        if (quiet && peer.info() != null && peer.info().bytesReceived() >= sent) {
            return EvidenceFinding.TAKEN;
        }
        return acked(witness, own, sent) ? EvidenceFinding.ACKED : null;
    }

    /// Tells whether the other end's kernel has acknowledged all that this side sent.
    static boolean acked(StageEvidence witness, SocketSnapshot own, long sent) {
        return ackedBySocket(witness, own, sent) || witness.wire().side(witness.peer()).acknowledged() >= sent;
    }

    /// Tells whether it is this side's kernel that has the acknowledgement of all that was sent.
    static boolean ackedBySocket(StageEvidence witness, SocketSnapshot own, long sent) {
        // A client's SYN is counted among the bytes that were acknowledged, a server's is not.
        long syn = witness.own() == Lane.CLIENT ? 1 : 0;
        return own != null && own.info() != null && own.info().bytesAcked() != TcpInfo.ABSENT
                && own.info().bytesAcked() - syn >= sent;
    }

    /// How many keep-alive probes of this side stayed without an answer.
    static long probes(StageEvidence witness) {
        // An answer may be among the packets that are missing.
        long captured = witness.gapless() && witness.stepped() == null ? witness.wire().side(witness.own()).probes() : 0;
        return Math.max(witness.sockets().probes(witness.own()), captured);
    }

    /// Tells whether nothing that this side wrote waits for an acknowledgement, so that only probes asked.
    private static boolean nothingOut(StageEvidence witness, long sent) {
        SocketSnapshot own = seen(witness.sockets().last(witness.own()));
        return sent == 0 || own != null && own.sendQueue() == 0 || acked(witness, own, sent);
    }

    /// How often something was sent again, by what is known.
    static long again(StageEvidence witness) {
        return Math.max(witness.sockets().retransmits(witness.own()), witness.wire().side(witness.own()).again());
    }

    static SocketSnapshot seen(SocketEvidence.Look<SocketSnapshot> look) {
        return look == null ? null : look.seen();
    }
}
