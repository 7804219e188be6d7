package dev.lifeline.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads attributes (`struct nlattr` of `linux/netlink.h`, `struct rtattr` of `linux/rtnetlink.h`: the same bytes), one after the
/// other. Pure; trusts no length: where one does not fit, reading ends and [#malformed()] says so.
public final class AttributeReader {

    private static final int HEADER_BYTES = 4;

    /// `NLA_F_NESTED` and `NLA_F_NET_BYTEORDER` are no part of the type.
    private static final int TYPE_MASK = 0x3FFF;

    private final ByteBuffer attributes;
    private int at;
    private int type;
    private ByteBuffer value;
    private boolean malformed;

    /// @param attributes what lies between its position and its limit: the value of a nested attribute, for example; neither is
    ///     moved
    public AttributeReader(ByteBuffer attributes) {
        this.attributes = attributes.slice().order(ByteOrder.nativeOrder());
    }

    /// The attributes of a message behind the protocol's own header.
    ///
    /// @param payload of a message
    /// @param header bytes before the first attribute; a payload that is shorter has no attributes and is malformed
    public static AttributeReader after(ByteBuffer payload, int header) {
        int start = MessageReader.aligned(header);
        int length = payload.limit() - start;
        AttributeReader reader = new AttributeReader(length < 0 ? ByteBuffer.allocate(0) : payload.slice(start, length));
        reader.malformed = payload.limit() < header;
        return reader;
    }

    /// Goes to the next attribute.
    ///
    /// @return `false` at the end
    public boolean next() {
        int left = attributes.limit() - at;
        if (left <= 0 || malformed) {
            return false;
        }
        int length = left < HEADER_BYTES ? 0 : attributes.getShort(at) & 0xFFFF;
        if (length < HEADER_BYTES || length > left) {
            malformed = true;
            return false;
        }
        type = attributes.getShort(at + 2) & TYPE_MASK;
        value = attributes.slice(at + HEADER_BYTES, length - HEADER_BYTES).order(ByteOrder.nativeOrder());
        at += MessageReader.aligned(length);
        return true;
    }

    /// The type of the attribute that [#next] went to.
    public int type() {
        return type;
    }

    /// Its value from position 0 to the limit, in the machine's byte order; may be empty, or shorter than the type promises.
    public ByteBuffer value() {
        return value;
    }

    /// The value as a 32-bit number.
    ///
    /// @param otherwise the answer where the value is too short to hold one
    public int intValue(int otherwise) {
        return value.limit() < Integer.BYTES ? otherwise : value.getInt(0);
    }

    /// The value as text in ASCII, up to the first zero byte; what is not printable is shown as `?`.
    public String text() {
        StringBuilder text = new StringBuilder(value.limit());
        for (int i = 0; i < value.limit() && value.get(i) != 0; i++) {
            byte each = value.get(i);
            text.append(each >= 0x20 && each < 0x7F ? (char) each : '?');
        }
        return text.toString();
    }

    /// Tells whether reading ended because a length was impossible.
    public boolean malformed() {
        return malformed;
    }
}
