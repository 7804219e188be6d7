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

    /// A datagram of UDP.
    public static byte[] udp(String from, int fromPort, String to, int toPort, byte[] carried) {
        return ip(from, to, 17, ByteBuffer.allocate(8 + carried.length).putShort((short) fromPort).putShort((short) toPort)
                .putShort((short) (8 + carried.length)).putShort((short) 0).put(carried).array());
    }

    /// A message of DNS with one question and records of its type, each behind a pointer to the name.
    ///
    /// @param flags of the header, the code among them
    public static byte[] dns(int id, int flags, String name, int type, int records) {
        ByteBuffer message = ByteBuffer.allocate(1024).putShort((short) id).putShort((short) flags).putShort((short) 1)
                .putShort((short) records).putInt(0);
        for (String label : name.split("[.]")) {
            message.put((byte) label.length()).put(label.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        message.put((byte) 0).putShort((short) type).putShort((short) 1);
        for (int i = 0; i < records; i++) {
            message.putShort((short) 0xC00C).putShort((short) type).putShort((short) 1).putInt(60).putShort((short) 4).putInt(1);
        }
        return java.util.Arrays.copyOf(message.array(), message.position());
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
