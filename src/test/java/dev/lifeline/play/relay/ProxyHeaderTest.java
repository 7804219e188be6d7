package dev.lifeline.play.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// Against the text of the specification, sections 2.1 and 2.2.
class ProxyHeaderTest {

    private static final InetSocketAddress CLIENT = new InetSocketAddress("192.0.2.7", 56_324);
    private static final InetSocketAddress PROXY = new InetSocketAddress("192.0.2.1", 443);
    private static final InetSocketAddress CLIENT6 = new InetSocketAddress("2001:db8::7", 56_324);
    private static final InetSocketAddress PROXY6 = new InetSocketAddress("2001:db8::1", 443);

    private static byte[] all(ByteBuffer header) {
        byte[] all = new byte[header.remaining()];
        header.get(all);
        return all;
    }

    private static String text(ByteBuffer header) {
        return new String(all(header), StandardCharsets.US_ASCII);
    }

    @Test
    void versionOneIsALine() {
        assertEquals("PROXY TCP4 192.0.2.7 192.0.2.1 56324 443\r\n", text(ProxyHeader.of(1, CLIENT, PROXY)));
        assertEquals("PROXY TCP6 2001:db8:0:0:0:0:0:7 2001:db8:0:0:0:0:0:1 56324 443\r\n", text(ProxyHeader.of(1, CLIENT6, PROXY6)));
    }

    @Test
    void versionTwoIsBinary() {
        assertEquals("0d0a0d0a000d0a515549540a" + "21" + "11" + "000c" + "c0000207" + "c0000201" + "dc04" + "01bb",
                HexFormat.of().formatHex(all(ProxyHeader.of(2, CLIENT, PROXY))));
        assertEquals("0d0a0d0a000d0a515549540a" + "21" + "21" + "0024" + "20010db8000000000000000000000007"
                + "20010db8000000000000000000000001" + "dc04" + "01bb", HexFormat.of().formatHex(all(ProxyHeader.of(2, CLIENT6, PROXY6))));
    }
}
