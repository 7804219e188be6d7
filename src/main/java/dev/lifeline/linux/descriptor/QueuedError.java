package dev.lifeline.linux.descriptor;

import dev.lifeline.linux.wire.IcmpMeaning;
import dev.lifeline.linux.wire.WireEnd;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A message of a socket's error queue (`MSG_ERRQUEUE` of recvmsg(2), `IP_RECVERR` of ip(7)).
///
/// @param errno the error number that the kernel made of it
/// @param origin who found the error: 1 this host without a packet, 2 an ICMP message, 3 an ICMPv6 message
/// @param type ICMP or ICMPv6 type
/// @param code ICMP or ICMPv6 code
/// @param offender who sent the message; `null` where that is not known
/// @param destination where the packet that caused it was sent to; `null` where that is not known
public record QueuedError(int errno, int origin, int type, int code, WireEnd offender, WireEnd destination) {

    /// `SO_EE_ORIGIN_ICMP` of `linux/errqueue.h`.
    public static final int ICMP = 2;
    /// `SO_EE_ORIGIN_ICMP6` of `linux/errqueue.h`.
    public static final int ICMP6 = 3;

    private static final int SOL_IP = 0;
    private static final int SOL_IPV6 = 41;
    private static final int IP_RECVERR = 11;
    private static final int IPV6_RECVERR = 25;

    /// `struct cmsghdr`: a length of 64 bits, level, type; the data follow at once.
    private static final int CMSG_HEADER = 16;
    /// `struct sock_extended_err`; the offender's address follows.
    private static final int EXTENDED_ERROR = 16;

    /// Decodes what recvmsg(2) gave.
    ///
    /// @param control the control messages, in the machine's byte order, from position 0 to the limit
    /// @param name the address beside them, likewise
    /// @return `null` where the control messages hold no error, or not a whole one
    public static QueuedError decode(ByteBuffer control, ByteBuffer name) {
        int at = 0;
        while (control.limit() - at >= CMSG_HEADER) {
            long length = control.getLong(at);
            if (length < CMSG_HEADER || length > control.limit() - at) {
                return null;
            }
            int level = control.getInt(at + 8);
            int type = control.getInt(at + 12);
            if (level == SOL_IP && type == IP_RECVERR || level == SOL_IPV6 && type == IPV6_RECVERR) {
                return extended(slice(control, at + CMSG_HEADER, (int) length - CMSG_HEADER), name);
            }
            // The next one begins at a multiple of eight bytes; no overflow, the length is at most the limit.
            at += ((int) length + 7) & -8;
        }
        return null;
    }

    private static QueuedError extended(ByteBuffer error, ByteBuffer name) {
        if (error.limit() < EXTENDED_ERROR) {
            return null;
        }
        WireEnd offender = SocketAddress.decode(slice(error, EXTENDED_ERROR, error.limit() - EXTENDED_ERROR));
        return new QueuedError(error.getInt(0), error.get(4) & 0xFF, error.get(5) & 0xFF, error.get(6) & 0xFF, offender,
                SocketAddress.decode(name));
    }

    private static ByteBuffer slice(ByteBuffer bytes, int at, int length) {
        return bytes.slice(at, length).order(ByteOrder.nativeOrder());
    }

    /// Tells whether a message of the network said it, rather than this host by itself.
    public boolean fromNetwork() {
        return origin == ICMP || origin == ICMP6;
    }

    /// Meaning of type and code, for example `host unreachable`.
    public String meaning() {
        return IcmpMeaning.of(origin == ICMP6, type, code);
    }
}
