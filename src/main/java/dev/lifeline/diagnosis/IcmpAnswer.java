package dev.lifeline.diagnosis;

import dev.lifeline.model.KernelEvent;
import dev.lifeline.model.PacketEvent;

/// An ICMP or ICMPv6 error about a connection.
///
/// @param offender in whose name it came
/// @param meaning in words
/// @param captured whether it was captured; else the socket's error queue told it
record IcmpAnswer(String offender, int type, int code, String meaning, boolean captured) {

    private static final int UNREACHABLE = 3;
    private static final int FRAGMENTATION_NEEDED = 4;
    private static final int TOO_BIG = 2;

    /// The answer that was captured; `null` where it refuses nothing (it asks for smaller packets).
    static IcmpAnswer of(PacketEvent.ErrorSeen error) {
        return of(error.offender(), error.type(), error.code(), error.meaning(), true);
    }

    /// The answer that the socket was told; `null` where it refuses nothing.
    static IcmpAnswer of(KernelEvent.ErrorOrigin error) {
        return of(error.offender(), error.type(), error.code(), error.meaning(), false);
    }

    private static IcmpAnswer of(String offender, int type, int code, String meaning, boolean captured) {
        boolean v6 = offender.indexOf(':') >= 0;
        boolean smaller = v6 ? type == TOO_BIG : type == UNREACHABLE && code == FRAGMENTATION_NEEDED;
        return smaller ? null : new IcmpAnswer(offender, type, code, meaning, captured);
    }

    /// `ICMP type 3, code 1`.
    String numbers() {
        return (offender.indexOf(':') >= 0 ? "ICMPv6" : "ICMP") + " type " + type + ", code " + code;
    }
}
