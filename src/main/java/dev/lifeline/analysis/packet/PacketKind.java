package dev.lifeline.analysis.packet;

/// The weight of a packet for a reader of the ladder.
public enum PacketKind {
    /// Bytes that pass for the first time: a run of them is drawn as one.
    DATA,
    /// An acknowledgement and nothing else: the same.
    ACK,
    /// A step of the connection: SYN, FIN, a window that opens again.
    STEP,
    /// A reset, a packet that is sent again, a closed window.
    TROUBLE;

    /// Says if many of them in a row say no more than their first and their number.
    public boolean flows() {
        return this == DATA || this == ACK;
    }
}
