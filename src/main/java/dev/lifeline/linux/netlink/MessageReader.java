package dev.lifeline.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads the messages of one datagram, one after the other. Pure; trusts no length: where one does not fit, reading ends and
/// [#malformed()] says so.
public final class MessageReader {

    private static final int ALIGNMENT = 4;

    private final ByteBuffer datagram;
    private int at;
    private NetlinkMessage message;
    private boolean malformed;

    /// @param datagram what lies between its position and its limit; neither is moved
    public MessageReader(ByteBuffer datagram) {
        this.datagram = datagram.slice().order(ByteOrder.nativeOrder());
    }

    /// Goes to the next message.
    ///
    /// @return `false` at the end
    public boolean next() {
        int left = datagram.limit() - at;
        if (left <= 0 || malformed) {
            return false;
        }
        int length = left < NetlinkMessage.HEADER_BYTES ? 0 : datagram.getInt(at);
        if (length < NetlinkMessage.HEADER_BYTES || length > left) {
            malformed = true;
            return false;
        }
        message = new NetlinkMessage(datagram.getShort(at + 4) & 0xFFFF, datagram.getShort(at + 6) & 0xFFFF,
                datagram.getInt(at + 8), datagram.getInt(at + 12), payload(length));
        // No overflow: the length is at most what is left.
        at += aligned(length);
        return true;
    }

    private ByteBuffer payload(int length) {
        return datagram.slice(at + NetlinkMessage.HEADER_BYTES, length - NetlinkMessage.HEADER_BYTES)
                .order(ByteOrder.nativeOrder());
    }

    /// The message that [#next] went to.
    public NetlinkMessage message() {
        return message;
    }

    /// Tells whether reading ended because a length was impossible.
    public boolean malformed() {
        return malformed;
    }

    static int aligned(int length) {
        return (length + ALIGNMENT - 1) & -ALIGNMENT;
    }
}
