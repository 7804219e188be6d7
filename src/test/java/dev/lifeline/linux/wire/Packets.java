package dev.lifeline.linux.wire;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/// Builds packets byte by byte.
public final class Packets {

    private Packets() {
    }

    /// A TCP segment without options; addresses of one family.
    public static byte[] tcp(String from, int fromPort, String to, int toPort, int flags, int payload) {
        byte[] segment = ByteBuffer.allocate(20 + payload).putShort((short) fromPort).putShort((short) toPort).putInt(1000)
                .putInt(2000)
                .put((byte) 0x50).put((byte) flags).putShort((short) 512).array();
        return ip(from, to, 6, segment);
    }

    /// An IP packet without options or extension headers.
    public static byte[] ip(String from, String to, int protocol, byte[] carried) {
        byte[] source = InetAddress.ofLiteral(from).getAddress();
        byte[] destination = InetAddress.ofLiteral(to).getAddress();
        if (source.length == 4) {
            return ByteBuffer.allocate(20 + carried.length).put((byte) 0x45).put((byte) 0).putShort((short) (20 + carried.length))
                    .putInt(0x4000).put((byte) 64).put((byte) protocol).putShort((short) 0).put(source).put(destination)
                    .put(carried).array();
        }
        return ByteBuffer.allocate(40 + carried.length).putInt(0x6000_0000).putShort((short) carried.length).put((byte) protocol)
                .put((byte) 64).put(source).put(destination).put(carried).array();
    }

    /// An ICMP or ICMPv6 message that quotes a packet.
    public static byte[] icmp(String from, String to, int type, int code, byte[] quoted) {
        byte[] message = ByteBuffer.allocate(8 + quoted.length).put((byte) type).put((byte) code).putShort((short) 0).putInt(0)
                .put(quoted)
                .array();
        return ip(from, to, from.indexOf(':') < 0 ? 1 : 58, message);
    }
}
