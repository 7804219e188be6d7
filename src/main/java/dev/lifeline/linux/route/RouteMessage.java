package dev.lifeline.linux.route;

import dev.lifeline.linux.netlink.AttributeReader;
import dev.lifeline.linux.netlink.MessageWriter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/// The bytes of `RTM_GETROUTE` and its answer (`struct rtmsg` and `RTA_…` of `linux/rtnetlink.h`). Pure.
public final class RouteMessage {

    /// `RTN_UNICAST`: sends it on.
    public static final int UNICAST = 1;
    /// `RTN_LOCAL`: the destination is this machine.
    public static final int LOCAL = 2;
    /// `RTN_BROADCAST`.
    public static final int BROADCAST = 3;
    /// `RTN_MULTICAST`.
    public static final int MULTICAST = 5;
    /// `RTN_BLACKHOLE`: drops it.
    public static final int BLACKHOLE = 6;
    /// `RTN_UNREACHABLE`: refuses it.
    public static final int UNREACHABLE = 7;
    /// `RTN_PROHIBIT`: forbids it.
    public static final int PROHIBIT = 8;
    /// `RTN_THROW`: has no route in this table.
    public static final int THROW = 9;

    static final int RTM_NEWROUTE = 24;
    private static final int RTM_GETROUTE = 26;
    /// `RTM_F_LOOKUP_TABLE`: the answer names the table that the route is really in.
    private static final int LOOKUP_TABLE = 0x1000;
    private static final int RTMSG_BYTES = 12;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;

    private static final int RTA_DST = 1;
    private static final int RTA_SRC = 2;
    private static final int RTA_OIF = 4;
    private static final int RTA_GATEWAY = 5;
    private static final int RTA_PREFSRC = 7;
    private static final int RTA_METRICS = 8;
    private static final int RTA_TABLE = 15;
    private static final int RTA_VIA = 18;
    private static final int RTA_IP_PROTO = 27;
    private static final int RTA_DPORT = 29;
    private static final int RTAX_MTU = 2;
    private static final byte IPPROTO_TCP = 6;

    private RouteMessage() {
    }

    /// The question for the way that a TCP connection takes to a destination. A kernel that knows no rules for ports (before 4.18) passes
    /// over the port.
    ///
    /// @param destination its scope is the interface to be used
    /// @param port of the destination, for rules of ip-rule(8); 0 for any
    /// @param source the source address that is asked for, of the same family, or `null` to let the kernel choose
    static ByteBuffer request(InetAddress destination, int port, InetAddress source) {
        byte[] to = destination.getAddress();
        byte[] from = source == null ? null : source.getAddress();
        int family = to.length == 4 ? AF_INET : AF_INET6;
        MessageWriter writer = new MessageWriter(RTM_GETROUTE, 0, 128)
                .u8(family).u8(to.length * 8).u8(from == null ? 0 : from.length * 8).zeros(5).u32(LOOKUP_TABLE)
                .attribute(RTA_DST, to);
        if (from != null) {
            writer.attribute(RTA_SRC, from);
        }
        int scope = destination instanceof Inet6Address six ? six.getScopeId() : 0;
        if (scope != 0) {
            writer.attribute(RTA_OIF, scope);
        }
        if (port != 0) {
            writer.attribute(RTA_IP_PROTO, new byte[] {IPPROTO_TCP});
            writer.attribute(RTA_DPORT, new byte[] {(byte) (port >> 8), (byte) port});
        }
        return writer.message();
    }

    /// Reads an `RTM_NEWROUTE`.
    ///
    /// @param payload of the message
    static RouteAnswer decode(ByteBuffer payload) {
        if (payload.limit() < RTMSG_BYTES) {
            return new RouteAnswer.Unclear("an answer of " + payload.limit() + " bytes is no route");
        }
        int device = 0;
        InetAddress gateway = null;
        InetAddress preferred = null;
        InetAddress asked = null;
        int mtu = 0;
        long table = payload.get(4) & 0xFF;
        AttributeReader attributes = AttributeReader.after(payload, RTMSG_BYTES);
        while (attributes.next()) {
            switch (attributes.type()) {
                case RTA_OIF -> device = attributes.intValue(0);
                case RTA_GATEWAY -> gateway = address(attributes.value(), 0);
                case RTA_VIA -> gateway = address(attributes.value(), 2);
                case RTA_PREFSRC -> preferred = address(attributes.value(), 0);
                case RTA_SRC -> asked = address(attributes.value(), 0);
                case RTA_METRICS -> mtu = mtu(attributes.value());
                case RTA_TABLE -> table = attributes.intValue(0) & 0xFFFFFFFFL;
                default -> {
                }
            }
        }
        if (attributes.malformed()) {
            return new RouteAnswer.Unclear("an answer with an impossible length");
        }
        // Of IPv6 the kernel gives `::` back where no source was asked for.
        InetAddress source = preferred != null || asked == null || asked.isAnyLocalAddress() ? preferred : asked;
        return new RouteAnswer.Route(payload.get(7) & 0xFF, device, gateway, source, mtu, table);
    }

    private static int mtu(ByteBuffer metrics) {
        AttributeReader reader = new AttributeReader(metrics);
        while (reader.next()) {
            if (reader.type() == RTAX_MTU) {
                return Math.max(0, reader.intValue(0));
            }
        }
        return 0;
    }

    /// The address that begins there and goes to the end, or `null` where that is none.
    private static InetAddress address(ByteBuffer value, int at) {
        int length = value.limit() - at;
        if (length != 4 && length != 16) {
            return null;
        }
        byte[] bytes = new byte[length];
        value.get(at, bytes);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError("4 and 16 bytes are addresses", e);
        }
    }
}
