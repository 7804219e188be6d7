package dev.lifeline.linux.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.HexResource;
import dev.lifeline.linux.wire.WireEnd;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages of error queues as the kernel gave them, and as no kernel should.
class QueuedErrorTest {

    private static final int HEADER = 16;

    private static ByteBuffer control(String family) {
        return HexResource.read(QueuedErrorTest.class, "linux-6.18-error-queue-" + family + "-control.hex");
    }

    private static ByteBuffer name(String family) {
        return HexResource.read(QueuedErrorTest.class, "linux-6.18-error-queue-" + family + "-name.hex");
    }

    private static WireEnd named(String address, int port) {
        return WireEnd.of(InetAddress.ofLiteral(address), port);
    }

    @Test
    void aRouterSaysThatAnIPv4HostIsUnreachable() {
        QueuedError error = QueuedError.decode(control("ipv4"), name("ipv4"));

        assertEquals(new QueuedError(113, QueuedError.ICMP, 3, 1, named("10.9.0.2", 0), named("10.10.1.5", 7000)), error);
        assertEquals("host unreachable", error.meaning());
        assertEquals("10.9.0.2", error.offender().address().inet().getHostAddress());
        assertTrue(error.fromNetwork());
    }

    @Test
    void aRouterProhibitsIPv6() {
        QueuedError error = QueuedError.decode(control("ipv6"), name("ipv6"));

        assertEquals(new QueuedError(13, QueuedError.ICMP6, 1, 1, named("fd09::2", 0), named("fd12::5", 7000)), error);
        assertEquals("communication administratively prohibited", error.meaning());
    }

    @Test
    void otherControlMessagesBeforeItAreSteppedOver() {
        ByteBuffer message = control("ipv4");
        ByteBuffer both = ByteBuffer.allocate(24 + message.limit()).order(ByteOrder.LITTLE_ENDIAN);
        both.putLong(HEADER + 3).putInt(1).putInt(29).putLong(0).put(message).flip();

        assertEquals(113, QueuedError.decode(both, name("ipv4")).errno());
    }

    @Test
    void withoutAnOffenderTheRestIsStillKnown() {
        ByteBuffer message = HexResource.first(control("ipv6"), HEADER + 16).putLong(0, HEADER + 16);

        QueuedError error = QueuedError.decode(message, HexResource.first(name("ipv6"), 0));

        assertEquals(new QueuedError(13, QueuedError.ICMP6, 1, 1, null, null), error);
    }

    @Test
    void whatThisHostFoundOutByItselfIsNotOfTheNetwork() {
        ByteBuffer message = control("ipv4").put(HEADER + 4, (byte) 1);

        assertFalse(QueuedError.decode(message, name("ipv4")).fromNetwork());
    }

    @Test
    void aMessageThatIsNotWholeIsNone() {
        ByteBuffer whole = control("ipv4");
        int announced = (int) whole.getLong(0);
        for (int length = 0; length < announced; length++) {
            assertNull(QueuedError.decode(HexResource.first(whole, length), name("ipv4")), "of " + length + " bytes");
        }
        assertNotNull(QueuedError.decode(HexResource.first(whole, announced), name("ipv4")));
    }

    @Test
    void impossibleLengthsAreRefused() {
        for (long length : new long[] {0, 15, HEADER + 15, 65, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
            assertNull(QueuedError.decode(control("ipv4").putLong(0, length), name("ipv4")), "length " + length);
        }
    }

    @Test
    void garbageNeverThrows() {
        Random random = new Random(5);
        int decoded = 0;
        for (int i = 0; i < 20_000; i++) {
            ByteBuffer message = control("ipv4");
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                message.put(random.nextInt(message.limit()), (byte) random.nextInt());
            }
            QueuedError error = QueuedError.decode(message, name("ipv4"));
            decoded += error == null || error.meaning().isEmpty() ? 0 : 1;
        }
        assertTrue(decoded > 0 && decoded < 20_000, "some were whole and some were not: " + decoded);
    }

    @ParameterizedTest
    @CsvSource({"2,3,0,network unreachable", "2,3,13,communication administratively prohibited",
        "2,3,16,'destination unreachable, code 16'", "2,11,0,time to live exceeded in transit",
        "3,3,0,hop limit exceeded in transit", "2,42,1,'ICMP type 42, code 1'", "3,1,0,no route to destination", "3,1,3,address unreachable",
        "3,1,8,'destination unreachable, code 8'", "3,2,0,packet too big", "3,4,1,unrecognized next header type"})
    void typeAndCodeHaveAMeaning(int origin, int type, int code, String meaning) {
        assertEquals(meaning, new QueuedError(0, origin, type, code, null, null).meaning());
    }
}
