package dev.lifeline.linux.netlink;

import java.nio.ByteBuffer;
import java.util.Objects;

/// One message: `struct nlmsghdr` of `linux/netlink.h` and what follows it.
///
/// @param type below 16 for netlink's own messages ([#ERROR], [#DONE] …), else a type of the protocol
/// @param flags `NLM_F_…`
/// @param sequence of the request that it answers; 0 where it answers none
/// @param port the port of the socket that it is for; 0 where it is for a multicast group
/// @param payload from position 0 to the limit, in the machine's byte order; never `null`
public record NetlinkMessage(int type, int flags, int sequence, int port, ByteBuffer payload) {

    /// Bytes of a message's header.
    public static final int HEADER_BYTES = 16;

    /// `NLMSG_NOOP`: to be skipped.
    public static final int NOOP = 1;
    /// `NLMSG_ERROR`: an error number and the message that caused it; number 0 is an acknowledgement.
    public static final int ERROR = 2;
    /// `NLMSG_DONE`: the end of a message of several parts.
    public static final int DONE = 3;
    /// `NLMSG_OVERRUN`: data lost.
    public static final int OVERRUN = 4;

    /// `NLM_F_REQUEST`: in every request.
    public static final int REQUEST = 0x1;
    /// `NLM_F_MULTI`: one of several parts, the last of which is [#DONE].
    public static final int MULTI = 0x2;
    /// `NLM_F_ACK`: asks for an acknowledgement.
    public static final int ACK = 0x4;
    /// `NLM_F_DUMP_INTR`: what is dumped changed meanwhile.
    public static final int DUMP_INTERRUPTED = 0x10;
    /// `NLM_F_DUMP`: asks for everything that matches.
    public static final int DUMP = 0x300;

    public NetlinkMessage {
        Objects.requireNonNull(payload, "payload");
    }

    /// The error number of an [#ERROR] or of the end of a dump, positive; 0 for none, -1 where the message is too short to hold
    /// one.
    public int errorNumber() {
        return payload.limit() < Integer.BYTES ? -1 : Math.abs(payload.getInt(0));
    }
}
