package dev.lifeline.model.counter;

import dev.lifeline.model.Labelled;
import java.util.ArrayList;
import java.util.List;

/// Counters of Linux, of the whole machine or network namespace (`/proc/net/netstat`, `/proc/net/snmp`; `nstat` writes the name of
/// the file's group before theirs: `TcpExtListenDrops`), each with the functions of `net/ipv4` that count it.
public enum KernelCounter implements Labelled {
    LISTEN_OVERFLOWS("ListenOverflows", Told.ALWAYS, "the accept queue was full when a SYN or the last ACK of a handshake came",
            "tcp_conn_request, tcp_v4_syn_recv_sock"),
    LISTEN_DROPS("ListenDrops", Told.ALWAYS,
            "a listening socket dropped a SYN, the last ACK of a handshake, or a half-open connection; overflows are among them",
            "tcp_listendrop"),
    REQ_Q_FULL_DROP("TCPReqQFullDrop", Told.ALWAYS, "a SYN was dropped: the SYN queue was full, and no SYN cookie may be sent",
            "tcp_syn_flood_action"),
    REQ_Q_FULL_DO_COOKIES("TCPReqQFullDoCookies", Told.ALWAYS,
            "a SYN came that may only be answered with a SYN cookie: the SYN queue was full, or tcp_syncookies is 2",
            "tcp_syn_flood_action"),
    EMBRYONIC_RSTS("EmbryonicRsts", Told.ALWAYS,
            "a half-open connection was torn down by a reset: the client's, or the listener's own",
            "tcp_check_req"),
    DEFER_ACCEPT_DROP("TCPDeferAcceptDrop", Told.ALWAYS, "the last ACK of a handshake was ignored: TCP_DEFER_ACCEPT waits for data",
            "tcp_check_req"),
    BACKLOG_DROP("TCPBacklogDrop", Told.ALWAYS, "a segment was dropped: a call held the socket, and its backlog was full",
            "tcp_add_backlog"),
    TIMEOUTS("TCPTimeouts", Told.ALWAYS,
            "a retransmission timer expired: a SYN, a SYN-ACK, data or a FIN was not acknowledged in time",
            "tcp_retransmit_timer, tcp_syn_ack_timeout"),
    SYN_RETRANS("TCPSynRetrans", Told.ALWAYS, "a SYN or SYN-ACK was sent again", "__tcp_retransmit_skb, tcp_rtx_synack"),
    TO_ZERO_WINDOW("TCPToZeroWindowAdv", Told.ALWAYS, "a receiver closed its window", "tcp_select_window"),
    WIN_PROBE("TCPWinProbe", Told.ALWAYS, "a closed window was probed", "tcp_send_probe0"),
    RETRANS_SEGS("RetransSegs", Told.ALWAYS, "a segment was sent again", "__tcp_retransmit_skb, tcp_rtx_synack"),
    FROM_ZERO_WINDOW("TCPFromZeroWindowAdv", Told.IF_ASKED, "a receiver opened its window again", "tcp_select_window"),
    ZERO_WINDOW_DROP("TCPZeroWindowDrop", Told.IF_ASKED, "data was dropped: the window was closed", "tcp_data_queue"),
    RCV_Q_DROP("TCPRcvQDrop", Told.IF_ASKED, "data was dropped: no room in the receive buffer, or no memory", "tcp_data_queue"),
    OFO_QUEUE("TCPOFOQueue", Told.IF_ASKED, "data came out of order, and there was room for it", "tcp_data_queue_ofo"),
    KEEP_ALIVE("TCPKeepAlive", Told.IF_ASKED, "a keep-alive probe was sent", "tcp_keepalive_timer"),
    DELAYED_ACKS("DelayedACKs", Told.IF_ASKED, "the timer of a delayed ACK sent it", "tcp_delack_timer_handler"),
    LOSS_PROBES("TCPLossProbes", Told.IF_ASKED, "a tail loss probe was sent (RFC 8985)", "tcp_send_loss_probe"),
    FAST_RETRANS("TCPFastRetrans", Told.IF_ASKED, "a segment was sent again before its timer, in recovery",
            "tcp_xmit_retransmit_queue"),
    SPURIOUS_RTOS("TCPSpuriousRTOs", Told.IF_ASKED, "a timer was found to have expired too early (F-RTO, RFC 5682)",
            "tcp_try_undo_loss"),
    DSACK_RECV("TCPDSACKRecv", Told.IF_ASKED, "a peer said that it had received again what it had acknowledged (RFC 2883)",
            "tcp_check_dsack"),
    ABORT_ON_DATA("TCPAbortOnData", Told.IF_ASKED,
            "a socket was closed with linger 0, or data came after its close, before or with the ACK of its FIN",
            "__tcp_close, tcp_rcv_state_process"),
    ABORT_ON_CLOSE("TCPAbortOnClose", Told.IF_ASKED, "a socket was closed with unread bytes, and sent a reset", "__tcp_close"),
    ABORT_ON_TIMEOUT("TCPAbortOnTimeout", Told.IF_ASKED, "a timer gave up a connection: too long no answer, or a closed window",
            "tcp_write_err"),
    ABORT_ON_LINGER("TCPAbortOnLinger", Told.IF_ASKED,
            "a socket in FIN_WAIT2 was closed and ended with a reset (TCP_LINGER2 below 0)",
            "__tcp_close"),
    ABORT_ON_MEMORY("TCPAbortOnMemory", Told.IF_ASKED, "a closed socket was ended: too many orphans, or no memory",
            "__tcp_close, tcp_out_of_resources"),
    TIME_WAITED("TW", Told.IF_ASKED, "a closed socket went into TIME_WAIT or FIN_WAIT2", "__inet_twsk_schedule"),
    TIME_WAIT_RECYCLED("TWRecycled", Told.IF_ASKED, "a connect took over the ports of a socket in TIME_WAIT (tcp_tw_reuse)",
            "__inet_check_established"),
    TIME_WAIT_OVERFLOW("TCPTimeWaitOverflow", Told.IF_ASKED,
            "a socket had no TIME_WAIT: there were tcp_max_tw_buckets already, or no memory",
            "tcp_time_wait"),
    SYN_COOKIES_SENT("SyncookiesSent", Told.IF_ASKED, "a SYN cookie was sent", "cookie_init_sequence"),
    SYN_COOKIES_RECV("SyncookiesRecv", Told.IF_ASKED, "an ACK with a valid SYN cookie came", "cookie_tcp_check"),
    SYN_COOKIES_FAILED("SyncookiesFailed", Told.IF_ASKED, "an ACK came whose SYN cookie is not valid", "cookie_tcp_check"),
    CHALLENGE_ACK("TCPChallengeACK", Told.IF_ASKED, "a challenge ACK was sent (RFC 5961)", "tcp_send_challenge_ack"),
    SYN_CHALLENGE("TCPSYNChallenge", Told.IF_ASKED, "a SYN came on a connection that stands (RFC 5961)", "tcp_validate_incoming"),
    MTU_FAIL("TCPMTUPFail", Told.IF_ASKED, "a probe for a larger MTU was lost (RFC 4821)", "tcp_mtup_probe_failed"),
    MTU_SUCCESS("TCPMTUPSuccess", Told.IF_ASKED, "a probe for a larger MTU came through (RFC 4821)", "tcp_mtup_probe_success"),
    ACTIVE_OPENS("ActiveOpens", Told.IF_ASKED, "a socket began to connect", "tcp_connect"),
    PASSIVE_OPENS("PassiveOpens", Told.IF_ASKED, "a listening socket completed a handshake", "tcp_create_openreq_child"),
    ATTEMPT_FAILS("AttemptFails", Told.IF_ASKED,
            "a connect failed: refused, reset or timed out; or a client reset its half-open connection",
            "tcp_done, tcp_check_req"),
    ESTAB_RESETS("EstabResets", Told.IF_ASKED, "a socket went from ESTABLISHED or CLOSE_WAIT straight to CLOSED", "tcp_set_state"),
    OUT_RSTS("OutRsts", Told.IF_ASKED, "a reset was sent", "tcp_send_active_reset, tcp_v4_send_reset"),
    IN_ERRS("InErrs", Told.IF_ASKED, "a broken segment came, or a SYN on an established connection",
            "tcp_v4_rcv, tcp_rcv_established, tcp_validate_incoming"),
    IN_CSUM_ERRORS("InCsumErrors", Told.IF_ASKED, "a segment came whose checksum is wrong", "tcp_v4_rcv, tcp_rcv_established");

    /// When a trace tells of a counter.
    private enum Told {
        /// Its rise speaks of trouble.
        ALWAYS,
        /// It rises in many healthy lives, too.
        IF_ASKED
    }

    private static final List<String> LABELS;

    static {
        List<String> labels = new ArrayList<>();
        for (KernelCounter each : values()) {
            labels.add(each.label);
        }
        LABELS = List.copyOf(labels);
    }

    private final String label;
    private final Told told;
    private final String meaning;
    private final String source;

    KernelCounter(String label, Told told, String meaning, String source) {
        this.label = label;
        this.told = told;
        this.meaning = meaning;
        this.source = source;
    }

    /// Finds the counter of a name, capitals aside, as the kernel or nstat(8) writes it; `null` for none.
    public static KernelCounter named(String word) {
        for (KernelCounter each : values()) {
            if (each.label.equalsIgnoreCase(word) || each.nstat().equalsIgnoreCase(word)) {
                return each;
            }
        }
        return null;
    }

    /// Writes its name as nstat(8) has it, with the group before it: `Tcp` for those of `/proc/net/snmp`, else `TcpExt`.
    public String nstat() {
        return (ordinal() >= ACTIVE_OPENS.ordinal() || this == RETRANS_SEGS ? "Tcp" : "TcpExt") + label;
    }

    /// The kernel's word.
    @Override
    public String label() {
        return label;
    }

    /// Tells whether each trace says that it rose; else only one whose scenario asks for it.
    public boolean isAlwaysTold() {
        return told == Told.ALWAYS;
    }

    /// Says what happened each time that it rises by one.
    public String meaning() {
        return meaning;
    }

    /// Names the functions of the kernel that count it; of IPv4, where IPv6 has one of its own.
    public String source() {
        return source;
    }

    /// The kernel's words for all of them.
    public static List<String> labels() {
        return LABELS;
    }
}
