package dev.lifeline.linux.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketDecoderTest {

    @ParameterizedTest
    @CsvSource({"10.0.0.1,10.0.0.2", "2001:db8::1,fe80::2"})
    void readsASegment(String from, String to) {
        byte[] bytes = Packets.tcp(from, 40000, to, 7007, TcpSegment.ACK | TcpSegment.FIN, 300);
        TcpSegment segment = assertInstanceOf(TcpSegment.class, decode(Arrays.copyOf(bytes, 256), bytes.length));

        assertEquals(from, clean(segment.source()));
        assertEquals(to, clean(segment.destination()));
        assertEquals(40000, segment.source().port());
        assertEquals(7007, segment.destination().port());
        assertEquals(1000, segment.sequence());
        assertEquals(2000, segment.acknowledgement());
        assertEquals(512, segment.window());
        assertEquals(300, segment.payload(), "all of it, though less was captured");
        assertTrue(segment.has(TcpSegment.FIN));
        assertFalse(segment.has(TcpSegment.SYN));
        assertEquals(to.startsWith("fe80"), segment.destination().address().linkLocal());
        assertEquals(TcpOptions.NONE, segment.options());
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.9,10.0.0.1,10.0.0.2,3,1,host unreachable",
        "10.0.0.9,10.0.0.1,10.0.0.2,3,99,'destination unreachable, code 99'",
        "10.0.0.9,10.0.0.1,10.0.0.2,11,0,time to live exceeded in transit",
        "2001:db8::9,2001:db8::1,2001:db8::2,1,4,port unreachable",
        "2001:db8::9,2001:db8::1,2001:db8::2,2,0,packet too big"})
    void readsAnErrorAndTheSegmentThatItQuotes(String offender, String client, String server, int type, int code,
            String meaning) {
        byte[] quoted = Packets.tcp(client, 40000, server, 7007, TcpSegment.SYN, 0);
        byte[] bytes = Packets.icmp(offender, client, type, code, quoted);
        IcmpError error = assertInstanceOf(IcmpError.class, decode(bytes, bytes.length));

        assertEquals(new IcmpError(WireAddress.of(java.net.InetAddress.ofLiteral(offender)), type, code,
                new WireEnd(WireAddress.of(java.net.InetAddress.ofLiteral(client)), 40000),
                new WireEnd(WireAddress.of(java.net.InetAddress.ofLiteral(server)), 7007), 1000), error);
        assertEquals(meaning, error.meaning());
    }

    @Test
    void readsOptionsAndStopsAtTheFirstThatDoesNotFit() {
        assertEquals(new TcpOptions(65495, 7, true, true),
                options(2, 4, 0xFF, 0xD7, 4, 2, 8, 10, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 3, 7));
        assertEquals(14, options(3, 3, 200).windowScale(), "RFC 7323 knows no larger shift");
        assertEquals(TcpOptions.NONE, options(2, 0, 1, 1), "a length of 0 would never end");
        assertEquals(TcpOptions.NONE, options(2), "cut behind the kind");
        assertEquals(TcpOptions.NONE, options(3, 40, 7), "longer than the header");
        assertEquals(-1, options(0, 3, 3, 7).windowScale(), "behind the end of the list");
    }

    @Test
    void bytesCutAnywhereAndGarbageGiveAResult() {
        byte[][] whole = {Packets.tcp("10.0.0.1", 1, "10.0.0.2", 2, TcpSegment.SYN, 10),
            Packets.tcp("::1", 1, "::1", 2, TcpSegment.SYN, 10),
            Packets.icmp("10.0.0.9", "10.0.0.1", 3, 1, Packets.tcp("10.0.0.1", 1, "10.0.0.2", 2, TcpSegment.SYN, 0)),
            Packets.icmp("::9", "::1", 1, 1, Packets.tcp("::1", 1, "::1", 2, TcpSegment.SYN, 0))};
        Random random = new Random(3);
        for (byte[] each : whole) {
            for (int length = 0; length < each.length; length++) {
                Decoded cut = decode(Arrays.copyOf(each, length), length);
                assertTrue(length >= 40 || cut instanceof NotDecoded, length + " bytes gave " + cut);
            }
            for (int round = 0; round < 20_000; round++) {
                byte[] bent = Arrays.copyOf(each, random.nextInt(each.length + 1));
                for (int flips = 0; flips < 3 && bent.length > 0; flips++) {
                    bent[random.nextInt(bent.length)] = (byte) random.nextInt();
                }
                Decoded decoded = decode(bent, random.nextInt(70_000));
                assertTrue(!(decoded instanceof TcpSegment segment) || segment.payload() >= 0);
            }
        }
    }

    @Test
    void whatIsNoSegmentSaysWhy() {
        assertEquals(new NotDecoded("no whole header of IPv4 or IPv6"), decode(new byte[0], 0));
        assertEquals(new NotDecoded("no whole header of IPv4 or IPv6"), decode(new byte[] {0x55}, 1));
        byte[] fragment = Packets.tcp("10.0.0.1", 1, "10.0.0.2", 2, TcpSegment.SYN, 0);
        fragment[6] = 0x20;
        assertEquals(new NotDecoded("a fragment"), decode(fragment, fragment.length));
    }

    private static TcpOptions options(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return TcpOptions.read(ByteBuffer.wrap(bytes), 0, bytes.length);
    }

    private static Decoded decode(byte[] bytes, int length) {
        return PacketDecoder.decode(ByteBuffer.wrap(bytes), length);
    }

    private static String clean(WireEnd end) {
        return end.address().inet().getHostAddress().replaceFirst("(^|:)(0(:|$)){2,}", "::");
    }
}
