package dev.lifeline.observe.names;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A DNS server (RFC 1035) on a UDP port, with a few names. What it does is in the first label of a name.
final class SmallDnsServer {

    static final String CANONICAL = "canonical.example";
    private static final int A = 1;
    private static final int CNAME = 5;
    private static final int AAAA = 28;
    private static final int SERVFAIL = 2;
    private static final int NXDOMAIN = 3;
    private static final int REFUSED = 5;
    private static final int HEADER_BYTES = 12;

    private final DatagramSocket socket;

    private SmallDnsServer(DatagramSocket socket) {
        this.socket = socket;
    }

    /// Answers on a daemon thread from now on.
    static void start(String address) throws IOException {
        SmallDnsServer server = new SmallDnsServer(new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(address), 53)));
        Thread.ofPlatform().daemon().name("dns").start(server::serve);
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[512], 512);
                socket.receive(packet);
                ByteBuffer answer = answer(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()).slice());
                if (answer != null) {
                    socket.send(new DatagramPacket(answer.array(), answer.limit(), packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @return `null` for no answer
    private static ByteBuffer answer(ByteBuffer question) {
        int end = HEADER_BYTES;
        String first = label(question, end);
        while (question.get(end) != 0) {
            end += question.get(end) + 1;
        }
        int type = question.getShort(end + 1);
        ByteBuffer answer = ByteBuffer.allocate(512);
        answer.put(question.slice(0, end + 5)).putShort(2, (short) (0x8180 | code(first))).putShort(6, (short) 0).putShort(8, (short) 0)
                .putShort(10, (short) 0);
        if (first.equals("alias")) {
            ByteBuffer name = ByteBuffer.allocate(64);
            for (String label : CANONICAL.split("\\.")) {
                name.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
            }
            int pointer = answer.position() + 12;
            record(answer, HEADER_BYTES, CNAME, name.put((byte) 0).flip());
            address(answer, pointer, type);
        } else if (first.equals("both") || first.equals("four") && type == A) {
            address(answer, HEADER_BYTES, type);
        }
        return first.equals("silent") ? null : answer.flip();
    }

    private static int code(String first) {
        return switch (first) {
            case "missing" -> NXDOMAIN;
            case "broken" -> SERVFAIL;
            case "refused" -> REFUSED;
            default -> 0;
        };
    }

    private static String label(ByteBuffer question, int at) {
        byte[] bytes = new byte[question.get(at)];
        question.get(at + 1, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static void address(ByteBuffer answer, int name, int type) {
        if (type == A || type == AAAA) {
            record(answer, name, type, ByteBuffer.wrap(InetAddress.ofLiteral(type == A ? "192.0.2.10" : "2001:db8::10").getAddress()));
        }
    }

    private static void record(ByteBuffer answer, int name, int type, ByteBuffer data) {
        answer.putShort((short) (0xC000 | name)).putShort((short) type).putShort((short) 1).putInt(60)
                .putShort((short) data.remaining()).put(data).putShort(6, (short) (answer.getShort(6) + 1));
    }
}
