package dev.lifeline.linux.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.linux.wire.WireEnd;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// Names of sockets from `struct sockaddr_in` and `sockaddr_in6`.
class SocketAddressTest {

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void anIPv4NameEqualsItsMappedForm() {
        WireEnd four = SocketAddress.decode(bytes("0200" + "1b58" + "7f000001" + "0000000000000000"));
        WireEnd mapped = SocketAddress.decode(bytes("0a00" + "1b58" + "00000000"
                + "00000000000000000000ffff7f000001" + "00000000"));

        assertEquals(WireEnd.of(InetAddress.ofLiteral("127.0.0.1"), 7000), four);
        assertEquals(four, mapped);
        assertEquals("127.0.0.1", mapped.address().inet().getHostAddress());
    }

    @Test
    void anIPv6NameKeepsAllOfItsAddress() {
        WireEnd six = SocketAddress.decode(bytes("0a00" + "ffff" + "00000000" + "fe80000000000000123456789abcdef0" + "02000000"));

        assertEquals(WireEnd.of(InetAddress.ofLiteral("fe80::1234:5678:9abc:def0"), 65535), six);
        assertNotEquals(WireEnd.of(InetAddress.ofLiteral("fe80::1234:5678:9abc:def1"), 65535), six);
        assertNotEquals(WireEnd.of(InetAddress.ofLiteral("fe80::1234:5678:9abc:def0"), 1), six);
    }

    @Test
    void otherFamiliesAndShortOnesHaveNoName() {
        assertNull(SocketAddress.decode(bytes("")));
        assertNull(SocketAddress.decode(bytes("0200" + "1b58" + "7f0000")));
        assertNull(SocketAddress.decode(bytes("0a00" + "1b58" + "00000000"
                + "00000000000000000000ffff7f0000")));
        assertNull(SocketAddress.decode(bytes("0100" + "2f746d702f78000000000000000000000000000000000000")));
    }
}
