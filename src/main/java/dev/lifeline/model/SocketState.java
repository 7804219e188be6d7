package dev.lifeline.model;

/// The state of a TCP socket as the kernel names it (`include/net/tcp_states.h`, RFC 9293 section 3.3.2), in the kernel's order.
public enum SocketState implements Labelled {
    ESTABLISHED("ESTABLISHED", 1),
    SYN_SENT("SYN_SENT", 2),
    SYN_RECV("SYN_RECV", 3),
    FIN_WAIT1("FIN_WAIT1", 4),
    FIN_WAIT2("FIN_WAIT2", 5),
    TIME_WAIT("TIME_WAIT", 6),
    CLOSE("CLOSE", 7),
    CLOSE_WAIT("CLOSE_WAIT", 8),
    LAST_ACK("LAST_ACK", 9),
    LISTEN("LISTEN", 10),
    CLOSING("CLOSING", 11),
    /// A connection request that is not yet a socket: the answer to a SYN was sent, its ACK has not come.
    NEW_SYN_RECV("NEW_SYN_RECV", 12);

    private final String label;
    private final int number;

    SocketState(String label, int number) {
        this.label = label;
        this.number = number;
    }

    /// The kernel's word, for people and recordings.
    @Override
    public String label() {
        return label;
    }

    /// The kernel's number.
    public int number() {
        return number;
    }

    /// Tells whether the answer to a SYN was sent, and its ACK has not come.
    public boolean halfOpen() {
        return this == SYN_RECV || this == NEW_SYN_RECV;
    }

    /// The state with this number, or `null` where a newer kernel has one that is not known here.
    public static SocketState of(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : null;
    }
}
