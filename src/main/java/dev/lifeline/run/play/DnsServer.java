package dev.lifeline.run.play;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// A DNS server on a UDP port of 127.0.0.1, on a thread of its own until it is closed.
final class DnsServer implements AutoCloseable {

    private static final int MOST_BYTES = 512;
    private static final long JOIN_MILLIS = 1_000;

    private final DatagramSocket socket;
    private final Thread thread;

    private DnsServer(DatagramSocket socket, DnsAnswers answers) {
        this.socket = socket;
        this.thread = Thread.ofPlatform().daemon().name("lifeline-dns").start(() -> serve(answers));
    }

    static DnsServer start(DnsAnswers answers) throws IOException {
        return new DnsServer(new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0)), answers);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve(DnsAnswers answers) {
        DatagramPacket packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
        while (!socket.isClosed()) {
            try {
                packet.setLength(MOST_BYTES);
                socket.receive(packet);
                ByteBuffer answer = answers.answer(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()).slice());
                if (answer != null) {
                    socket.send(new DatagramPacket(answer.array(), answer.limit(), packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // Closed, or the one who asked is gone: the next question is another.
            }
        }
    }

    @Override
    public void close() {
        socket.close();
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
