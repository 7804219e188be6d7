package dev.lifeline.linux.route;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.netlink.AttributeReader;
import dev.lifeline.linux.netlink.MessageWriter;
import dev.lifeline.linux.netlink.NetlinkMessage;
import dev.lifeline.linux.netlink.NetlinkReply;
import dev.lifeline.linux.netlink.NetlinkSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Asks the kernel what it remembers of earlier connections to a destination (`linux/tcp_metrics.h`, ip-tcp_metrics(8)). It keeps
/// that for an hour at most, and not at all where `net.ipv4.tcp_no_metrics_save` is set. Needs no privilege. Threads: any, one
/// question at a time.
///
/// It speaks of the network namespace of the thread that opened it.
public final class TcpMetrics implements AutoCloseable {

    private static final int GENERIC_HEADER_BYTES = 4;
    /// `GENL_ID_CTRL` and its question for a family by its name (`linux/genetlink.h`).
    private static final int CONTROL = 0x10;
    private static final int CTRL_CMD_GETFAMILY = 3;
    private static final int CTRL_ATTR_FAMILY_ID = 1;
    private static final int CTRL_ATTR_FAMILY_NAME = 2;

    private static final int TCP_METRICS_CMD_GET = 1;
    private static final int ADDR_IPV4 = 1;
    private static final int ADDR_IPV6 = 2;
    private static final int VALUES = 6;
    /// Numbers of `enum tcp_metric_index` and one: of times in microseconds.
    private static final int RTT_MICROS = 6;
    private static final int VARIATION_MICROS = 7;
    /// As `struct tcp_sock` has them: eight times the smoothed time, four times the variation.
    private static final int RTT_SHIFT = 3;
    private static final int VARIATION_SHIFT = 2;
    private static final long MICRO = 1_000;

    private final NetlinkSocket netlink;
    private final int family;

    /// The round-trip time to a destination.
    ///
    /// @param smoothed nanoseconds
    /// @param variation nanoseconds
    public record RoundTrip(long smoothed, long variation) {
    }

    private TcpMetrics(NetlinkSocket netlink, int family) {
        this.netlink = netlink;
        this.family = family;
    }

    /// Opens a socket for questions.
    ///
    /// @param timeoutNanos how long one question may take, in nanoseconds
    /// @throws NativeException when the kernel or this JVM does not allow it, or the kernel keeps none
    public static TcpMetrics open(long timeoutNanos) throws NativeException {
        NetlinkSocket netlink = NetlinkSocket.open(NetlinkSocket.GENERIC, 0, timeoutNanos);
        int family = -1;
        try {
            family = family(netlink);
        } finally {
            if (family < 0) {
                netlink.close();
            }
        }
        if (family < 0) {
            throw NativeException.unavailable("this kernel keeps no metrics of TCP", null);
        }
        return new TcpMetrics(netlink, family);
    }

    private static int family(NetlinkSocket netlink) {
        ByteBuffer question = new MessageWriter(CONTROL, 0, 64).u8(CTRL_CMD_GETFAMILY).u8(1).u16(0)
                .attribute(CTRL_ATTR_FAMILY_NAME, "tcp_metrics\0".getBytes(StandardCharsets.US_ASCII)).message();
        ByteBuffer payload = answer(netlink, question, CONTROL);
        AttributeReader attributes = payload == null ? null : AttributeReader.after(payload, GENERIC_HEADER_BYTES);
        while (attributes != null && attributes.next()) {
            if (attributes.type() == CTRL_ATTR_FAMILY_ID && attributes.value().limit() >= Short.BYTES) {
                return attributes.value().getShort(0) & 0xFFFF;
            }
        }
        return -1;
    }

    /// The round-trip time to a destination from whatever source; `null` where the kernel remembers none.
    public RoundTrip to(InetAddress destination) {
        byte[] bits = destination.getAddress();
        ByteBuffer question = new MessageWriter(family, 0, 64).u8(TCP_METRICS_CMD_GET).u8(1).u16(0)
                .attribute(bits.length == Integer.BYTES ? ADDR_IPV4 : ADDR_IPV6, bits).message();
        ByteBuffer payload = answer(netlink, question, family);
        return payload == null ? null : decode(payload);
    }

    /// Reads an answer; `null` where it has no round-trip time.
    static RoundTrip decode(ByteBuffer payload) {
        long smoothed = 0;
        long variation = 0;
        AttributeReader attributes = AttributeReader.after(payload, GENERIC_HEADER_BYTES);
        while (attributes.next()) {
            if (attributes.type() == VALUES) {
                AttributeReader values = new AttributeReader(attributes.value());
                while (values.next()) {
                    if (values.type() == RTT_MICROS) {
                        smoothed = (values.intValue(0) & 0xFFFFFFFFL) * MICRO >> RTT_SHIFT;
                    } else if (values.type() == VARIATION_MICROS) {
                        variation = (values.intValue(0) & 0xFFFFFFFFL) * MICRO >> VARIATION_SHIFT;
                    }
                }
            }
        }
        return smoothed == 0 ? null : new RoundTrip(smoothed, variation);
    }

    private static ByteBuffer answer(NetlinkSocket netlink, ByteBuffer question, int type) {
        if (netlink.request(question, 1) instanceof NetlinkReply.Answered answered && !answered.messages().isEmpty()) {
            NetlinkMessage message = answered.messages().getFirst();
            return message.type() == type ? message.payload() : null;
        }
        return null;
    }

    @Override
    public void close() {
        netlink.close();
    }
}
