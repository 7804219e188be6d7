package dev.lifeline.diagnosis.evidence;

/// Findings of the kernel's or the wire's evidence about a stage: at most one finding is told, the one that narrows it most.
/// The texts are in `evidence.txt`, `evidence-connect.txt` and `evidence-stream.txt`.
public enum EvidenceFinding {
    /// The kernel's own route to the destination is the error.
    ROUTE_REFUSED("route-refused"),
    /// The kernel has a route to the destination, and refuses it with the source address that was asked for.
    SOURCE_REFUSED("source-refused"),
    /// The kernel's own route goes to all on a link, where TCP has one other end.
    BROADCAST("broadcast"),
    /// The kernel's own route goes to a group.
    MULTICAST("multicast"),
    /// An ICMP error of this machine itself.
    ICMP_SELF("icmp-self"),
    /// An ICMP error in the name of the target.
    ICMP_TARGET("icmp-target"),
    /// An ICMP error in another name.
    ICMP_OTHER("icmp-other"),
    /// The SYN was answered by a RST.
    RST_ANSWER("rst-answer"),
    /// A RST came, and connect went on waiting.
    RST_IGNORED("rst-ignored"),
    /// An error that a RST makes, without a RST in the capture.
    RST_UNSEEN("rst-unseen"),
    /// A RST of the other end.
    RST_PEER("rst-peer"),
    /// A RST of this side.
    RST_OWN("rst-own"),
    /// The SYN-ACK came after the wait had ended.
    ANSWERED_LATE("answered-late"),
    /// SYN, SYN-ACK and ACK passed before the wait ended.
    HANDSHAKE_SEEN("handshake-seen"),
    /// The SYN-ACK came in time and was not acknowledged.
    ANSWER_IGNORED("answer-ignored"),
    /// A SYN-ACK came; when is not known, because the clock was set.
    ANSWERED("answered"),
    /// The listener's accept queue was full.
    QUEUE_FULL("queue-full"),
    /// The server's end was seen in SYN_RECV while the client waited.
    SYN_RECV("syn-recv"),
    /// SYNs went out and nothing came back.
    SILENCE("silence"),
    /// The capture holds no SYN.
    NO_SYN("no-syn"),
    /// The server answered the SYN for an older connection of the same two ends, and not otherwise.
    CHALLENGED("challenged"),
    /// The capture holds no SYN, and the kernel's table says where NAT of this machine sent it.
    TRANSLATED("translated"),
    /// The capture holds SYNs for a server that accepted nothing.
    SYN_ARRIVED("syn-arrived"),
    /// The kernel sent its SYN again; no packets were captured.
    SYN_SENT("syn-sent"),
    /// The kernel's timer ran out and sent nothing; no packets were captured.
    SYN_HELD("syn-held"),
    /// The kernel accepted, the program did not.
    NOT_ACCEPTED("not-accepted"),
    /// The server's program had accepted and queued it, and no worker took it.
    NO_WORKER("no-worker"),
    /// The server's program worked on a request.
    AT_WORK("at-work"),
    /// ESTABLISHED at one end, SYN_RECV at the other.
    HALF_OPEN("half-open"),
    /// The SYN-ACK came again after this side's ACK.
    UNTAKEN("syn-ack-again"),
    /// Bytes of the other end wait in this side's own socket.
    OWN_UNREAD("own-unread"),
    /// Bytes wait in the other end's socket.
    UNREAD("unread"),
    /// The other end takes no more bytes.
    ZERO_WINDOW("zero-window"),
    /// Keep-alive probes stayed without an answer.
    KEEP_ALIVE("keep-alive"),
    /// Bytes were sent again and not acknowledged.
    UNACKED("unacked"),
    /// The other end's program took all that was sent.
    TAKEN("taken"),
    /// The other end's kernel acknowledged all that was sent.
    ACKED("acked"),
    /// A program has the other end, and nothing is under way.
    BOTH_WAIT("both-wait"),
    /// The other end's program has not closed.
    CLOSE_WAIT("close-wait"),
    /// The FIN was acknowledged.
    FIN_ACKED("fin-acked"),
    /// Later bytes of the other end were captured, and some before them were not.
    ANSWER_GAP("answer-gap"),
    /// Bytes of the other end were captured.
    ANSWER_SEEN("answer-seen");

    private final String label;

    EvidenceFinding(String label) {
        this.label = label;
    }

    /// The finding for a word of a data file.
    ///
    /// @throws IllegalArgumentException where there is none
    public static EvidenceFinding of(String label) {
        for (EvidenceFinding finding : values()) {
            if (finding.label.equals(label)) {
                return finding;
            }
        }
        throw new IllegalArgumentException("neither a condition nor a finding: " + label);
    }

    /// The word that the data files use.
    public String label() {
        return label;
    }
}
