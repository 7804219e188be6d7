package dev.lifeline.linux.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMessageTest {

    private static final int A = 1;
    private static final int ANSWER = 0x8180;

    @ParameterizedTest
    @CsvSource({"10.0.0.1,10.0.0.2", "2001:db8::1,2001:db8::2"})
    void readsAQuestionAndItsAnswer(String own, String server) {
        NameMessage asked = message(Packets.udp(own, 40000, server, 53, Packets.dns(7, 0x0100, "db.example.test", A, 0)));
        assertEquals(new NameMessage(end(own, 40000), end(server, 53), 7, false, 0, false, "db.example.test", A, 0), asked);
        NameMessage answer = message(Packets.udp(server, 53, own, 40000, Packets.dns(7, ANSWER, "db.example.test", A, 3)));
        assertEquals(new NameMessage(end(server, 53), end(own, 40000), 7, true, 0, false, "db.example.test", A, 3), answer);
    }

    @Test
    void readsCodesAndThatItWasCutOff() {
        assertEquals(3, answer(ANSWER | 3, 0).code());
        NameMessage cut = answer(ANSWER | 0x0200, 0);
        assertTrue(cut.cut() && cut.code() == 0);
    }

    @Test
    void recordsThatWereNotCapturedAreNotCounted() {
        byte[] whole = Packets.udp("10.0.0.2", 53, "10.0.0.1", 40000, Packets.dns(7, ANSWER, "a.test", A, 40));
        assertEquals(40, message(whole).addresses());
        assertEquals(-1, message(Arrays.copyOf(whole, 256)).addresses());
    }

    @Test
    void recordsOfAnotherTypeAreNoAddresses() {
        byte[] alias = Packets.dns(7, ANSWER, "a.test", A, 2);
        int first = alias.length - 32;
        alias[first + 3] = 5;
        assertEquals(1, message(Packets.udp("10.0.0.2", 53, "10.0.0.1", 40000, alias)).addresses());
    }

    @Test
    void somethingElseAtThatPortIsNoMessage() {
        byte[] update = Packets.dns(7, 0x2800, "a.test", A, 0);
        byte[] two = Packets.dns(7, 0, "a.test", A, 0);
        two[5] = 2;
        byte[] pointing = Packets.dns(7, 0, "a.test", A, 0);
        pointing[12] = (byte) 0xC0;
        for (byte[] each : new byte[][] {update, two, pointing, new byte[5]}) {
            assertInstanceOf(NotDecoded.class, decode(Packets.udp("10.0.0.1", 40000, "10.0.0.2", 53, each)));
        }
    }

    @Test
    void readsAnErrorAboutAQuestion() {
        byte[] asked = Packets.udp("10.0.0.1", 40000, "10.0.0.2", 53, Packets.dns(7, 0x0100, "a.test", A, 0));
        NameError error = assertInstanceOf(NameError.class, decode(Packets.icmp("10.0.0.2", "10.0.0.1", 3, 3, asked)));
        assertEquals(new NameError(end("10.0.0.2", 0).address(), 3, 3, end("10.0.0.1", 40000), end("10.0.0.2", 53)), error);
        assertEquals("port unreachable", error.meaning());
    }

    @Test
    void bytesCutAnywhereAndGarbageGiveAResult() {
        byte[] whole = Packets.udp("10.0.0.2", 53, "10.0.0.1", 40000, Packets.dns(7, ANSWER, "db.example.test", A, 3));
        Random random = new Random(5);
        for (int round = 0; round < 50_000; round++) {
            byte[] bent = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int flips = 0; flips < 3 && bent.length > 0; flips++) {
                bent[random.nextInt(bent.length)] = (byte) random.nextInt();
            }
            if (decode(bent) instanceof NameMessage message) {
                assertTrue(message.name().length() <= 253 && message.addresses() >= -1, message.toString());
            }
        }
    }

    private static NameMessage answer(int flags, int records) {
        return message(Packets.udp("10.0.0.2", 53, "10.0.0.1", 40000, Packets.dns(7, flags, "a.test", A, records)));
    }

    private static NameMessage message(byte[] packet) {
        return assertInstanceOf(NameMessage.class, decode(packet));
    }

    private static Decoded decode(byte[] packet) {
        return PacketDecoder.decode(ByteBuffer.wrap(packet), packet.length);
    }

    private static WireEnd end(String address, int port) {
        return new WireEnd(WireAddress.of(java.net.InetAddress.ofLiteral(address)), port);
    }
}
