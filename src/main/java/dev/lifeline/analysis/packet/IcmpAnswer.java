package dev.lifeline.analysis.packet;

import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;

/// An ICMP or ICMPv6 error about a connection.
///
/// @param offender in whose name it came
/// @param meaning in words
/// @param captured whether it was captured; else the socket's error queue told it
/// @param looped whether it passed this machine's loopback interface: no other machine sent it
public record IcmpAnswer(String offender, int type, int code, String meaning, boolean captured, boolean looped) {

    private static final int UNREACHABLE = 3;
    private static final int FRAGMENTATION_NEEDED = 4;
    private static final int NETWORK_PROHIBITED = 9;
    private static final int HOST_PROHIBITED = 10;
    private static final int PROHIBITED = 13;
    private static final int TOO_BIG = 2;
    private static final int UNREACHABLE_6 = 1;
    private static final int PROHIBITED_6 = 1;
    private static final int POLICY_6 = 5;
    private static final int REJECT_ROUTE_6 = 6;

    /// The answer that was captured; `null` where it refuses nothing (it asks for smaller packets).
    public static IcmpAnswer of(PacketEvent.ErrorSeen error) {
        return of(error.offender(), error.type(), error.code(), error.meaning(), true,
                "lo".equals(error.packet().device()));
    }

    /// The answer that the socket was told; `null` where it refuses nothing.
    public static IcmpAnswer of(KernelEvent.ErrorOrigin error) {
        return of(error.offender(), error.type(), error.code(), error.meaning(), false, false);
    }

    /// Tells whether it is of ICMPv6.
    public boolean v6() {
        return offender.indexOf(':') >= 0;
    }

    private static IcmpAnswer of(String offender, int type, int code, String meaning, boolean captured, boolean looped) {
        boolean v6 = offender.indexOf(':') >= 0;
        boolean smaller = v6 ? type == TOO_BIG : type == UNREACHABLE && code == FRAGMENTATION_NEEDED;
        return smaller ? null : new IcmpAnswer(offender, type, code, meaning, captured, looped);
    }

    /// Tells whether its code says that a rule forbids (RFC 792 and RFC 1122 section 3.2.2.1, RFC 1812 section 5.2.7.1, RFC 4443
    /// section 3.1).
    public boolean prohibited() {
        return v6() ? type == UNREACHABLE_6 && (code == PROHIBITED_6 || code == POLICY_6 || code == REJECT_ROUTE_6)
                : type == UNREACHABLE && (code == NETWORK_PROHIBITED || code == HOST_PROHIBITED || code == PROHIBITED);
    }
}
