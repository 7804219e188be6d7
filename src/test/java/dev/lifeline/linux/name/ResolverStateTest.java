package dev.lifeline.linux.name;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ResolverStateTest {

    private static final int PORT = 0xBEEF;

    /// As `res_init(3)` leaves it: 5 s, twice, the usual options, one server with port 53 in network order.
    private final ByteBuffer state = ByteBuffer.allocate(ResolverState.BYTES + 8).order(ByteOrder.nativeOrder())
            .putInt(0, 5).putInt(4, 2).putLong(8, 0x2C1).putInt(16, 1)
            .putShort(20, (short) 2).put(22, (byte) 0).put(23, (byte) 53);

    @Test
    void whatTheLibrarySetsUpIsRecognised() {
        assertNull(ResolverState.flaw(state));
    }

    @Test
    void aServerWithAnIpv6AddressIsKeptElsewhere() {
        state.putInt(16, 3).putShort(20, (short) 0).putShort(22, (short) 0).putShort(52, (short) 2).put(55, (byte) 53);
        assertNull(ResolverState.flaw(state));
    }

    @Test
    void zerosAreNoState() {
        assertEquals("its options are 0x0 and do not say that it is set up",
                ResolverState.flaw(state.clear().put(0, new byte[76])));
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertEquals("it has 4 servers", ResolverState.flaw(copy().putInt(16, 4)));
        assertEquals("it has 0 servers", ResolverState.flaw(copy().putInt(16, 0)));
        assertEquals("it waits 31 s and tries 2 times", ResolverState.flaw(copy().putInt(0, 31)));
        assertEquals("it waits 0 s and tries 2 times", ResolverState.flaw(copy().putInt(0, 0)));
        assertEquals("it waits 5 s and tries -1 times", ResolverState.flaw(copy().putInt(4, -1)));
        assertEquals("its server 1 has family 10 and port 53", ResolverState.flaw(copy().putShort(20, (short) 10)));
        assertEquals("its server 1 has family 2 and port 13568", ResolverState.flaw(copy().put(22, (byte) 53).put(23, (byte) 0)));
        assertEquals("its server 2 has family 2 and port 0", ResolverState.flaw(copy().putInt(16, 2).putShort(36, (short) 2)));
    }

    @Test
    void oneServerOnLoopbackIsAskedOnceForASecond() {
        state.put(28, (byte) 7).putInt(16, 3);
        ResolverState.ask(state, PORT);
        assertEquals(1, state.getInt(0));
        assertEquals(1, state.getInt(4));
        assertEquals(0x0200_1061, state.getLong(8));
        assertEquals(1, state.getInt(16));
        assertEquals(2, state.getShort(20));
        byte[] address = new byte[14];
        state.get(22, address);
        assertArrayEquals(new byte[] {(byte) 0xBE, (byte) 0xEF, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0}, address);
    }

    @Test
    void itIsSeenWhetherItIsStillSo() {
        assertFalse(ResolverState.asks(state, PORT));
        ResolverState.ask(state, PORT);
        assertTrue(ResolverState.asks(state, PORT));
        assertFalse(ResolverState.asks(state, PORT + 1));
        state.putLong(8, 0x2C1);
        assertFalse(ResolverState.asks(state, PORT));
    }

    private ByteBuffer copy() {
        return ByteBuffer.allocate(state.capacity()).order(state.order()).put(0, state, 0, state.capacity());
    }
}
