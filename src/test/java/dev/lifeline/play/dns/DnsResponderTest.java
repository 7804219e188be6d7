package dev.lifeline.play.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DnsResponderTest {

    private static final DnsZone ZONE = DnsZone.of(Map.of("db.test", List.of("127.0.0.1"), "silent.test", List.of("silent")));

    private static DatagramSocket client(DnsResponder server) throws SocketException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.port()));
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static void send(DatagramSocket socket, ByteBuffer message) throws IOException {
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        socket.send(new DatagramPacket(bytes, bytes.length));
    }

    private static ByteBuffer receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
        socket.receive(packet);
        return ByteBuffer.wrap(packet.getData(), 0, packet.getLength()).slice();
    }

    @Test
    void garbageIsCountedAndTheNextQuestionIsAnswered() throws Exception {
        // Not connected: the JDK sends no empty datagram on a socket that is.
        try (DnsResponder server = DnsResponder.open(ZONE);
                DatagramSocket client = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            client.setSoTimeout(5_000);
            Random random = new Random(2);
            for (int length : new int[] {0, 1, 11, 12, 100, 512, 1400, 9000}) {
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                if (length > 2) {
                    bytes[2] |= (byte) 0x80;
                }
                client.send(new DatagramPacket(bytes, length, InetAddress.ofLiteral("127.0.0.1"), server.port()));
            }
            ByteBuffer question = Questions.of("db.test", DnsQuestion.A);
            client.send(new DatagramPacket(question.array(), question.limit(), InetAddress.ofLiteral("127.0.0.1"),
                    server.port()));
            ByteBuffer answer = receive(client);
            assertEquals(0xCAFE, answer.getShort(0) & 0xFFFF);
            assertEquals(1, answer.getShort(6));
            assertEquals(8, server.queries().ignored());
            assertEquals(1, server.queries().all());
        }
    }

    @Test
    void questionsAreCountedByNameBeforeTheyAreAnswered() throws Exception {
        try (DnsResponder server = DnsResponder.open(ZONE); DatagramSocket client = client(server)) {
            send(client, Questions.of("silent.test", DnsQuestion.A));
            send(client, Questions.of("DB.test", DnsQuestion.A, true));
            receive(client);
            send(client, Questions.of("db.TEST", DnsQuestion.AAAA));
            receive(client);
            assertEquals(Map.of("silent.test", 1L, "db.test", 2L), server.queries().byName());
            assertEquals(2, server.queries().of("Db.Test."));
            assertEquals(0, server.queries().of("other.test"));
            assertEquals(3, server.queries().all());
        }
    }

    @Test
    void namesThatAreToldApartAreBounded() {
        DnsCounts counts = new DnsCounts();
        for (int i = 0; i < DnsCounts.MOST + 10; i++) {
            counts.asked(new DnsQuestion(1, 0, "n" + i, DnsQuestion.A, 1));
        }
        counts.asked(new DnsQuestion(1, 0, "n0", DnsQuestion.A, 1));
        assertEquals(DnsCounts.MOST, counts.byName().size());
        assertEquals(2, counts.of("n0"));
        assertEquals(DnsCounts.MOST + 11, counts.all());
    }

    @Test
    void closedNobodyIsThereAndTheThreadIsGone() throws Exception {
        DnsResponder server = DnsResponder.open(ZONE);
        String name = "lifeline-dns-" + server.port();
        assertTrue(running(name));
        try (DatagramSocket client = client(server)) {
            server.close();
            assertFalse(running(name));
            assertThrows(PortUnreachableException.class, () -> {
                send(client, Questions.of("db.test", DnsQuestion.A));
                receive(client);
            });
        }
        server.close();
    }

    private static boolean running(String name) {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(each -> each.getName().equals(name));
    }
}
