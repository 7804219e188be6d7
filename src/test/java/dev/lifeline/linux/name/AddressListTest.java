package dev.lifeline.linux.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The list is laid out in a buffer as the C library does it; the address of a byte is its position.
class AddressListTest {

    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;

    private final ByteBuffer memory = ByteBuffer.allocate(8192).order(ByteOrder.nativeOrder());
    private long last;
    private long first;

    AddressListTest() {
        memory.position(64);
    }

    @Test
    void theOrderIsKeptAndEachAddressIsThereOnce() {
        node(v6("::1", 0), name("canonical.example"));
        node(v4("127.0.0.1"), 0);
        node(v6("::1", 0), 0);
        NameAnswer.Found found = read();
        assertEquals(List.of(address("::1"), address("127.0.0.1")), found.addresses());
        assertEquals("canonical.example", found.canonical());
        assertEquals("asked.example", found.addresses().getFirst().getHostName());
    }

    @Test
    void addressesThatDifferInTheirScopeAreTwo() {
        node(v6("fe80::1", 3), 0);
        node(v6("fe80::1", 4), 0);
        node(v6("fe80::1", 3), 0);
        List<InetAddress> found = read().addresses();
        assertEquals(2, found.size());
        assertEquals(3, ((Inet6Address) found.get(0)).getScopeId());
        assertEquals(4, ((Inet6Address) found.get(1)).getScopeId());
    }

    @Test
    void noScopeIsNotScopeZero() {
        node(v6("fe80::1", 0), 0);
        assertEquals("fe80:0:0:0:0:0:0:1", read().addresses().getFirst().getHostAddress());
    }

    @Test
    void whatIsNoInternetAddressIsPassedOver() {
        node(address(AF_UNIX, 16), 0);
        node(new long[] {0, 16}, 0);
        node(new long[] {v4("192.0.2.1")[0], 8}, 0);
        node(new long[] {v6("2001:db8::1", 0)[0], 27}, 0);
        node(v4("192.0.2.9"), 0);
        assertEquals(List.of(address("192.0.2.9")), read().addresses());
        assertNull(read().canonical());
    }

    @Test
    void anEmptyListHasNothing() {
        assertEquals(new NameAnswer.Found(List.of(), null), AddressList.read("asked.example", this::at, 0));
    }

    @Test
    void aListThatLeadsBackIntoItselfEnds() {
        node(v4("192.0.2.1"), 0);
        node(v4("192.0.2.2"), 0);
        memory.putLong((int) last + 40, first);
        assertEquals(2, read().addresses().size());
    }

    @Test
    void aTextWithoutAnEndIsCutOff() {
        long start = memory.position();
        for (int i = 0; i < AddressList.TEXT_BYTES + 50; i++) {
            memory.put((byte) 'a');
        }
        assertEquals("a".repeat(AddressList.TEXT_BYTES), AddressList.text(this::at, start));
        assertNull(AddressList.text(this::at, 0));
    }

    private NameAnswer.Found read() {
        return AddressList.read("asked.example", this::at, first);
    }

    private ByteBuffer at(long address, int bytes) {
        return memory.slice((int) address, bytes).order(ByteOrder.nativeOrder());
    }

    private void node(long[] socketAddress, long canonical) {
        long here = memory.position();
        memory.putInt(0).putInt(0).putInt(1).putInt(6).putInt((int) socketAddress[1]).putInt(0)
                .putLong(socketAddress[0]).putLong(canonical).putLong(0);
        if (first == 0) {
            first = here;
        } else {
            memory.putLong((int) last + 40, here);
        }
        last = here;
    }

    private long[] v4(String text) {
        long[] at = address(AF_INET, 16);
        memory.put((int) at[0] + 4, address(text).getAddress());
        return at;
    }

    private long[] v6(String text, int scope) {
        long[] at = address(AF_INET6, 28);
        memory.put((int) at[0] + 8, address(text).getAddress()).putInt((int) at[0] + 24, scope);
        return at;
    }

    private long[] address(int family, int length) {
        long here = memory.position();
        memory.putShort((short) family).position((int) here + 32);
        return new long[] {here, length};
    }

    private long name(String text) {
        long here = memory.position();
        memory.put(text.getBytes(StandardCharsets.US_ASCII)).put((byte) 0).position((int) here + 64);
        return here;
    }

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }
}
