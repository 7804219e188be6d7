package dev.lifeline.scenario.predict;

import dev.lifeline.model.Labelled;
import java.util.List;
import java.util.Locale;

/// Beliefs about TCP that practitioners meet again and again, and what really happens.
public enum Belief implements Labelled {
    ONE_SEND_ONE_READ("One send is one receive.",
            "TCP carries a stream of bytes and keeps no borders between writes: one read may bring several of them, or a part of one.",
            "RFC 9293 section 2.2, recv(2)", "chunk-boundaries"),
    ALWAYS_DELIVERED("TCP guarantees delivery.",
            "What arrives is in order and without gaps. Bytes on their way can be lost with the connection: a program that still uses "
                    + "the socket is told of an error, one that has closed it is not.",
            "RFC 9293 section 3.8.3, close(2)", "reset-unread", "linger"),
    WRITTEN_IS_THERE("write() has returned: the peer has the bytes.",
            "This side's kernel has them, in its send buffer. The call says nothing of the other side.",
            "send(2), tcp(7)", "backpressure", "broken-pipe"),
    ACKED_IS_READ("An ACK means that the program has read the bytes.",
            "The kernel at the other end has taken them, of the server or of a proxy before it. The program may not even have the "
                    + "connection yet.",
            "RFC 793 section 2.6, listen(2)", "paused-on-accept", "proxy-acknowledged"),
    CLOSE_FLUSHES("close() delivers what was written, and SO_LINGER makes sure of it.",
            "With input that was not read, Linux answers close with a reset, and what the peer has not read yet can be lost. SO_LINGER "
                    + "makes close wait; it does not read that input.",
            "RFC 2525 section 2.17, socket(7), net/ipv4/tcp.c", "reset-unread", "linger"),
    CONNECTED_IS_ACCEPTED("connect() has returned: the program has accepted.",
            "The kernel completes the handshake by itself. accept() only hands out a connection that waits in the queue.",
            "listen(2), RFC 9293 section 3.5", "connected-not-accepted", "listener-vs-ready"),
    FULL_REFUSES("A full accept queue refuses.",
            "Linux drops the SYN, and it comes again; or it drops the last ACK, and the client is connected to a server that has nothing "
                    + "yet. Only with tcp_abort_on_overflow is that ACK answered by a reset.",
            "listen(2), tcp(7), net/ipv4/tcp_minisocks.c", "accept-queue-overflow", "overflow-abort"),
    PORTS_LIMIT_SERVERS("A server can hold 65,535 connections.",
            "A connection is named by two addresses and two ports, and all of a server's can have the same port on its side. The "
                    + "limit of ports is the client's: by default 28,232 from one address to one server port.",
            "RFC 9293 section 2.2, ip(7)", "ephemeral-ports-exhausted"),
    GONE_IS_NOTICED("A reader notices that the peer is gone.",
            "A killed process is noticed: its kernel sends FIN or RST. A host or a path that is gone looks like a quiet peer, until "
                    + "something is sent or keep-alive asks.",
            "RFC 9293 section 3.8.4, tcp(7)", "keep-alive-dead-peer"),
    FIRST_WRITE_FAILS("The first write after the peer closed fails.",
            "After a full close it succeeds and provokes a reset, and a later one fails. After a half-close all succeed; after a reset "
                    + "the first one fails.",
            "RFC 9293 section 3.6, write(2)", "broken-pipe", "half-close"),
    TIME_WAIT_HAS_A_SIDE("TIME_WAIT is the server's (or the client's).",
            "It is the first closer's, client or server. Both have it after a simultaneous close, neither after a reset.",
            "RFC 9293 section 3.6", "time-wait"),
    FIN_TIMEOUT("tcp_fin_timeout shortens TIME_WAIT.",
            "It bounds how long a socket that no program holds any more waits in FIN_WAIT2. TIME_WAIT takes 60 s on Linux, whatever it "
                    + "says.",
            "tcp(7), include/net/tcp.h", "time-wait"),
    NODELAY_ACKS("TCP_NODELAY turns delayed ACKs off.",
            "It turns Nagle's algorithm off at the sender. When an ACK is sent, the receiver's kernel decides.",
            "tcp(7), RFC 9293 sections 3.7.4 and 3.8.6.3", "nagle-delayed-ack"),
    SLOW_IS_NETWORK("Slow without loss: the network is slow.",
            "The time may pass in a program that is busy, in an accept queue, or while Nagle's algorithm waits for a delayed ACK (40 ms "
                    + "on Linux).",
            "RFC 9293 section 3.7.4, listen(2)", "nagle-delayed-ack", "busy-loop-late-accept"),
    PACKETS_ARE_HEALTH("The capture is complete, so the connection is healthy.",
            "Packets are the kernels' work. They are on time while the program is late, or has not even taken the connection.",
            "RFC 9293 section 3.5, listen(2)", "busy-loop-late-accept", "listener-vs-ready");

    private final String belief;
    private final String happens;
    private final String source;
    private final List<String> scenarios;

    Belief(String belief, String happens, String source, String... scenarios) {
        this.belief = belief;
        this.happens = happens;
        this.source = source;
        this.scenarios = List.of(scenarios);
    }

    /// The word for it in scenario files and reports: `connected-is-accepted`.
    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The belief, as somebody who has it would say it.
    public String belief() {
        return belief;
    }

    /// The truth, in one to three sentences.
    public String happens() {
        return happens;
    }

    /// Where that can be read up: RFCs, man pages, files of the kernel.
    public String source() {
        return source;
    }

    /// Scenarios of the catalogue that show it.
    public List<String> scenarios() {
        return scenarios;
    }

    /// The belief of this word, or `null`.
    public static Belief named(String label) {
        for (Belief each : values()) {
            if (each.label().equals(label)) {
                return each;
            }
        }
        return null;
    }

    /// The words for all.
    public static List<String> labels() {
        return Labelled.labels(values());
    }
}
