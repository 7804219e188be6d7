package dev.lifeline.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes one request: the protocol's own header field by field, then attributes. Pure. Length, sequence number and port are
/// filled in by [#message()] and by the socket that sends it.
///
/// A capacity that is too small is a fault of the program and throws [java.nio.BufferOverflowException].
public final class MessageWriter {

    private static final int NESTED = 0x8000;

    private final ByteBuffer buffer;

    /// @param type of the protocol
    /// @param flags `NLM_F_…`; [NetlinkMessage#REQUEST] is added
    /// @param capacity bytes of the whole message at most
    public MessageWriter(int type, int flags, int capacity) {
        buffer = ByteBuffer.allocate(capacity).order(ByteOrder.nativeOrder());
        buffer.putInt(0).putShort((short) type).putShort((short) (flags | NetlinkMessage.REQUEST)).putInt(0).putInt(0);
    }

    /// Eight bits.
    public MessageWriter u8(int value) {
        buffer.put((byte) value);
        return this;
    }

    /// Sixteen bits in the machine's byte order.
    public MessageWriter u16(int value) {
        buffer.putShort((short) value);
        return this;
    }

    /// Thirty-two bits in the machine's byte order.
    public MessageWriter u32(int value) {
        buffer.putInt(value);
        return this;
    }

    /// Sixteen bits in the network's byte order, as ports have it.
    public MessageWriter net16(int value) {
        return u8(value >> 8).u8(value);
    }

    /// These bytes, as addresses have it.
    public MessageWriter bytes(byte[] bytes) {
        buffer.put(bytes);
        return this;
    }

    /// Writes zero bytes.
    public MessageWriter zeros(int count) {
        for (int i = 0; i < count; i++) {
            buffer.put((byte) 0);
        }
        return this;
    }

    /// An attribute with these bytes.
    public MessageWriter attribute(int type, byte[] value) {
        int start = begin(type);
        buffer.put(value);
        return end(start);
    }

    /// An attribute with a 32-bit number in the machine's byte order.
    public MessageWriter attribute(int type, int value) {
        int start = begin(type);
        buffer.putInt(value);
        return end(start);
    }

    /// Begins an attribute that holds attributes.
    ///
    /// @return what to give to [#end(int)]
    public int beginNested(int type) {
        return begin(type | NESTED);
    }

    /// Ends the attribute that began there.
    public MessageWriter end(int start) {
        buffer.putShort(start, (short) (buffer.position() - start));
        return align();
    }

    private int begin(int type) {
        align();
        int start = buffer.position();
        buffer.putShort((short) 0).putShort((short) type);
        return start;
    }

    private MessageWriter align() {
        return zeros(MessageReader.aligned(buffer.position()) - buffer.position());
    }

    /// The message as it is now, with its length. What is written later is not part of it.
    public ByteBuffer message() {
        buffer.putInt(0, buffer.position());
        return buffer.duplicate().order(ByteOrder.nativeOrder()).flip();
    }
}
