package dev.lifeline.model;

/// The timer of a socket that runs (`idiag_timer` of `linux/inet_diag.h`).
public enum SocketTimer implements Labelled {
    /// None.
    NONE("none"),
    /// Data that was sent is sent again when it expires.
    RETRANSMIT("retransmit"),
    /// `SO_KEEPALIVE` asks the peer when it expires.
    KEEPALIVE("keepalive"),
    /// The address pair is free when it expires (RFC 9293 section 3.6.1).
    TIME_WAIT("time-wait"),
    /// The peer's window is 0; it is asked again when it expires (RFC 9293 section 3.8.6.1).
    PROBE("probe");

    private final String label;

    SocketTimer(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /// The timer with this number; [#NONE] for one that is not known here.
    public static SocketTimer of(int number) {
        return number > 0 && number < values().length ? values()[number] : NONE;
    }
}
