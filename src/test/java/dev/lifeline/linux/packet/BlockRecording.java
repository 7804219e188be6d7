package dev.lifeline.linux.packet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Records blocks of a real ring as text, one block a line, for the tests that decode them. Started by hand, as root:
/// `java … BlockRecording FOLDER` on loopback, `java … BlockRecording FOLDER ADDRESS` in a network namespace whose router answers
/// a SYN to that address with an ICMP error.
final class BlockRecording {

    private static final long QUIET_NANOS = 200_000_000L;

    private BlockRecording() {
    }

    /// Recorded blocks, as the kernel of a little-endian machine left them.
    static List<ByteBuffer> read(String name) throws IOException {
        try (InputStream in = BlockRecording.class.getResourceAsStream(name)) {
            List<ByteBuffer> blocks = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList()) {
                blocks.add(ByteBuffer.wrap(HexFormat.of().parseHex(line)).order(ByteOrder.LITTLE_ENDIAN));
            }
            return blocks;
        }
    }

    public static void main(String[] folder) throws IOException {
        Path to = Path.of(folder[0]);
        if (folder.length > 1) {
            write(to, "linux-6.18-icmp.hex", 7009, () -> connect(folder[1], 7009));
            return;
        }
        write(to, "linux-6.18-ipv4.hex", 7007, () -> life("127.0.0.1", 7007, false));
        write(to, "linux-6.18-ipv6.hex", 7007, () -> life("::1", 7007, false));
        write(to, "linux-6.18-reset.hex", 7007, () -> life("127.0.0.1", 7007, true));
        write(to, "linux-6.18-refused.hex", 7008, () -> connect("127.0.0.1", 7008));
    }

    private interface Traffic {
        void run() throws IOException;
    }

    private static void write(Path folder, String name, int port, Traffic traffic) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Arena arena = Arena.ofConfined(); PacketSocket socket = PacketSocket.open(arena)) {
            PacketRing ring = new PacketRing(socket, RingSize.ORDINARY);
            socket.bind();
            socket.attach(PortFilter.of(port));
            traffic.run();
            long end = System.nanoTime() + QUIET_NANOS;
            while (System.nanoTime() < end) {
                socket.await(QUIET_NANOS / 10, null, true);
                while (ring.take()) {
                    text.append(HexFormat.of().formatHex(ring.bytes())).append('\n');
                }
            }
            ring.close();
        }
        Files.writeString(folder.resolve(name), text);
    }

    private static void life(String address, int port, boolean reset) throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port));
            Socket client = new Socket(server.getInetAddress(), port);
            try (client; Socket accepted = server.accept()) {
                OutputStream out = client.getOutputStream();
                out.write("ping\n".getBytes(StandardCharsets.US_ASCII));
                accepted.getInputStream().readNBytes(5);
                accepted.getOutputStream().write("pong\n".getBytes(StandardCharsets.US_ASCII));
                client.getInputStream().readNBytes(5);
                client.setSoLinger(reset, 0);
            }
        }
    }

    private static void connect(String address, int port) throws IOException {
        try (Socket client = new Socket()) {
            client.connect(new InetSocketAddress(InetAddress.ofLiteral(address), port), 1000);
        } catch (IOException e) {
            // What is to be recorded.
        }
    }
}
