package dev.lifeline.linux.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.HexResource;
import dev.lifeline.linux.wire.TcpOptions;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// SYNs as the kernel kept them, and as no kernel should.
class SavedSynTest {

    private static final int IPV4_HEADER = 20;
    private static final int TCP_OPTIONS = IPV4_HEADER + 20;

    @Test
    void anIPv4SynGivesItsFacts() {
        assertEquals(new SavedSyn(64, 65495, new TcpOptions(65495, 10, true, true)),
                SavedSyn.decode(HexResource.read(SavedSynTest.class, "linux-6.18-saved-syn-ipv4.hex")));
    }

    @Test
    void anIPv6SynGivesItsFacts() {
        assertEquals(new SavedSyn(64, 65476, new TcpOptions(65476, 10, true, true)),
                SavedSyn.decode(HexResource.read(SavedSynTest.class, "linux-6.18-saved-syn-ipv6.hex")));
    }

    @Test
    void extensionHeadersAreSteppedOver() {
        ByteBuffer plain = HexResource.read(SavedSynTest.class, "linux-6.18-saved-syn-ipv6.hex");
        byte[] hopByHop = HexFormat.of().parseHex("0600050200000100");
        ByteBuffer extended = ByteBuffer.allocate(plain.limit() + hopByHop.length);
        extended.put(plain.slice(0, 40)).put(hopByHop).put(plain.slice(40, plain.limit() - 40)).put(6, (byte) 0)
                .putShort(4, (short) (extended.limit() - 40)).flip();

        assertEquals(65476, SavedSyn.decode(extended).options().mss());
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux-6.18-saved-syn-ipv4.hex", "linux-6.18-saved-syn-ipv6.hex"})
    void aHeaderThatIsNotWholeIsNone(String name) {
        ByteBuffer whole = HexResource.read(SavedSynTest.class, name);

        for (int length = 0; length < whole.limit(); length++) {
            assertNull(SavedSyn.decode(HexResource.first(whole, length)), "of " + length + " bytes");
        }
    }

    @Test
    void anOptionOfImpossibleLengthEndsTheOptions() {
        ByteBuffer syn = HexResource.read(SavedSynTest.class, "linux-6.18-saved-syn-ipv4.hex");
        int afterMss = TCP_OPTIONS + 4;
        for (int length : new int[] {0, 1, 255}) {
            syn.put(afterMss + 1, (byte) length);

            assertEquals(new SavedSyn(64, 65495, new TcpOptions(65495, -1, false, false)), SavedSyn.decode(syn),
                    "length " + length);
        }
    }

    @Test
    void whatHasNoSynFlagIsNoSyn() {
        ByteBuffer syn = HexResource.read(SavedSynTest.class, "linux-6.18-saved-syn-ipv4.hex");

        assertNull(SavedSyn.decode(syn.put(IPV4_HEADER + 13, (byte) 0x10)));
    }

    @Test
    void garbageNeverThrows() {
        Random random = new Random(3);
        int decoded = 0;
        for (int i = 0; i < 20_000; i++) {
            ByteBuffer syn = HexResource.read(SavedSynTest.class,
                    i % 2 == 0 ? "linux-6.18-saved-syn-ipv4.hex" : "linux-6.18-saved-syn-ipv6.hex");
            for (int flips = random.nextInt(8); flips >= 0; flips--) {
                syn.put(random.nextInt(syn.limit()), (byte) random.nextInt());
            }
            decoded += SavedSyn.decode(syn) == null ? 0 : 1;
        }
        assertTrue(decoded > 0 && decoded < 20_000, "some were SYNs and some were not: " + decoded);
    }
}
