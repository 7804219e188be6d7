package dev.lifeline.linux.track;

import dev.lifeline.linux.netlink.AttributeReader;
import dev.lifeline.linux.netlink.MessageWriter;
import dev.lifeline.linux.netlink.NetlinkMessage;
import dev.lifeline.linux.wire.WireAddress;
import dev.lifeline.linux.wire.WireEnd;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The bytes of `IPCTNL_MSG_CT_GET` and its answers (`linux/netfilter/nfnetlink.h`, `nfnetlink_conntrack.h`). Pure.
final class TrackMessage {

    /// `NFNL_SUBSYS_CTNETLINK` and `IPCTNL_MSG_CT_NEW`: an entry.
    static final int ENTRY = 1 << 8;

    private static final int GET = 1 << 8 | 1;
    private static final int HEADER_BYTES = 4;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int TCP = 6;

    private static final int TUPLE_ORIGINAL = 1;
    private static final int TUPLE_REPLY = 2;
    private static final int FILTER = 25;
    private static final int FILTER_ORIGINAL = 1;
    private static final int FILTER_REPLY = 2;
    /// `CTA_FILTER_FLAG`s: destination address, protocol, destination port.
    private static final int TO = 1 << 1 | 1 << 3 | 1 << 5;
    private static final int IP = 1;
    private static final int PROTOCOL = 2;
    private static final int V4_SOURCE = 1;
    private static final int V6_SOURCE = 3;
    private static final int PROTOCOL_NUMBER = 1;
    private static final int SOURCE_PORT = 2;
    private static final int DESTINATION_PORT = 3;

    private TrackMessage() {
    }

    /// The question for the entry of one connection.
    static ByteBuffer one(InetAddress source, int sourcePort, InetAddress destination, int port) {
        // The answer claims to be one of several parts, and none follows: the acknowledgement ends it.
        return tuple(writer(destination, NetlinkMessage.ACK), source, sourcePort, destination, port).message();
    }

    /// The question for all entries of TCP to a destination. A kernel that knows no filter (before 5.8) gives all that there are.
    static ByteBuffer all(InetAddress destination, int port) {
        MessageWriter writer = tuple(writer(destination, NetlinkMessage.DUMP), null, 0, destination, port);
        int filter = writer.beginNested(FILTER);
        writer.attribute(FILTER_ORIGINAL, TO).attribute(FILTER_REPLY, 0);
        return writer.end(filter).message();
    }

    private static MessageWriter writer(InetAddress destination, int flags) {
        return new MessageWriter(GET, flags, 256).u8(destination.getAddress().length == 4 ? AF_INET : AF_INET6).zeros(3);
    }

    private static MessageWriter tuple(MessageWriter writer, InetAddress source, int sourcePort, InetAddress destination, int port) {
        int first = destination.getAddress().length == 4 ? V4_SOURCE : V6_SOURCE;
        int tuple = writer.beginNested(TUPLE_ORIGINAL);
        int ip = writer.beginNested(IP);
        if (source != null) {
            writer.attribute(first, source.getAddress());
        }
        writer.attribute(first + 1, destination.getAddress()).end(ip);
        int protocol = writer.beginNested(PROTOCOL);
        writer.attribute(PROTOCOL_NUMBER, new byte[] {TCP});
        if (source != null) {
            writer.attribute(SOURCE_PORT, port(sourcePort));
        }
        writer.attribute(DESTINATION_PORT, port(port)).end(protocol);
        return writer.end(tuple);
    }

    private static byte[] port(int number) {
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    /// Reads an entry.
    ///
    /// @return `null` where it is none of TCP
    static Tracked decode(ByteBuffer payload) {
        WireEnd[] original = null;
        WireEnd[] reply = null;
        AttributeReader attributes = AttributeReader.after(payload, HEADER_BYTES);
        while (attributes.next()) {
            if (attributes.type() == TUPLE_ORIGINAL) {
                original = ends(attributes.value());
            } else if (attributes.type() == TUPLE_REPLY) {
                reply = ends(attributes.value());
            }
        }
        return original == null || reply == null ? null : new Tracked(original[0], original[1], reply[0], reply[1]);
    }

    /// Source and destination; `null` where they are not both there, or not of TCP.
    private static WireEnd[] ends(ByteBuffer tuple) {
        WireAddress[] addresses = new WireAddress[2];
        int[] ports = {-1, -1};
        boolean tcp = false;
        AttributeReader parts = new AttributeReader(tuple);
        while (parts.next()) {
            AttributeReader part = new AttributeReader(parts.value());
            while (part.next()) {
                ByteBuffer value = part.value().order(ByteOrder.BIG_ENDIAN);
                int type = part.type();
                if (parts.type() == IP && type >= V4_SOURCE && type < V4_SOURCE + 2 && value.limit() == 4) {
                    addresses[type - V4_SOURCE] = WireAddress.four(value, 0);
                } else if (parts.type() == IP && type >= V6_SOURCE && type < V6_SOURCE + 2 && value.limit() == 16) {
                    addresses[type - V6_SOURCE] = WireAddress.six(value, 0);
                } else if (parts.type() == PROTOCOL && type == PROTOCOL_NUMBER && value.limit() > 0) {
                    tcp = value.get(0) == TCP;
                } else if (parts.type() == PROTOCOL && (type == SOURCE_PORT || type == DESTINATION_PORT) && value.limit() == 2) {
                    ports[type - SOURCE_PORT] = value.getShort(0) & 0xFFFF;
                }
            }
        }
        return !tcp || addresses[0] == null || addresses[1] == null || ports[0] < 0 || ports[1] < 0 ? null
                : new WireEnd[] {new WireEnd(addresses[0], ports[0]), new WireEnd(addresses[1], ports[1])};
    }
}
