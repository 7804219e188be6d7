package dev.lifeline.model;

/// The control bits of a TCP header (RFC 9293 section 3.1).
public final class TcpFlags {

    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;
    public static final int URG = 0x20;

    private TcpFlags() {
    }

    /// The name that people give a segment with these bits: `SYN`, `SYN-ACK`, `FIN`, `RST`, `ACK`. ACK goes unsaid beside FIN and
    /// RST, PSH always.
    public static String name(int flags) {
        if ((flags & SYN) != 0) {
            return (flags & ACK) != 0 ? "SYN-ACK" : "SYN";
        }
        if ((flags & RST) != 0) {
            return "RST";
        }
        return (flags & FIN) != 0 ? "FIN" : "ACK";
    }
}
