package dev.lifeline.linux.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.route.RouteAnswer.Route;
import dev.lifeline.linux.route.RouteAnswer.Unclear;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteMessageTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "local,        2, 1, -,            127.0.0.1,     0,    255",
        "local-ipv6,   2, 1, -,            ::1,           0,    255",
        "on-link,      1, 3, -,            192.0.2.1,     0,    254",
        "gateway,      1, 3, 192.0.2.9,    192.0.2.1,     1300, 1000",
        "gateway-ipv6, 1, 3, 2001:db8:9::9, 2001:db8:9::1, 1400, 254",
        "via-ipv6,     1, 3, fe80::9,      192.0.2.1,     0,    254"})
    void recordedAnswersAreRead(String name, int type, int device, String gateway, String source, int mtu, long table) {
        assertEquals(new Route(type, device, address(gateway), address(source), mtu, table),
                RouteMessage.decode(RecordedRoutes.payload(name)));
    }

    @Test
    void aRecordedInterfaceHasNameAndMtu() {
        assertEquals(new NetworkLink("lo", 65536), NetworkLink.decode(RecordedRoutes.payload(RecordedRoutes.LINK)));
    }

    @Test
    void anAnswerThatIsCutOffAnywhereIsUnclearOrHasLess() {
        for (String name : RecordedRoutes.ROUTES) {
            byte[] whole = RecordedRoutes.bytes(name);
            for (int length = 0; length < whole.length; length++) {
                RouteAnswer answer = RouteMessage.decode(RecordedRoutes.of(Arrays.copyOf(whole, length)));
                if (length < 12) {
                    assertInstanceOf(Unclear.class, answer, name + " at " + length);
                } else if (answer instanceof Route route) {
                    assertEquals(whole[7], route.type(), name + " at " + length);
                }
            }
        }
    }

    @Test
    void aLengthThatGoesBeyondTheAnswerIsUnclear() {
        byte[] broken = RecordedRoutes.bytes("local");
        broken[12] = (byte) 0xFF;
        assertEquals(new Unclear("an answer with an impossible length"), RouteMessage.decode(RecordedRoutes.of(broken)));
    }

    @Test
    void garbageIsNeverAnException() {
        Random random = new Random(7);
        int routes = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = RecordedRoutes.bytes("gateway-ipv6");
            for (int j = 0; j < 4; j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            routes += RouteMessage.decode(RecordedRoutes.of(bytes)) instanceof Route ? 1 : 0;
            NetworkLink.decode(RecordedRoutes.of(bytes));
        }
        assertTrue(routes > 0 && routes < 20_000, routes + " of them were still readable");
    }

    @Test
    void metricsWithANegativeMtuHaveNone() {
        // RTA_METRICS with RTAX_MTU 0x80000000, IFLA_MTU the same.
        byte[] route = HexFormat.of().parseHex("022000000000000100000000" + "0c000800" + "0800020000000080");
        assertEquals(0, assertInstanceOf(Route.class, RouteMessage.decode(RecordedRoutes.of(route))).mtu());
        assertNull(NetworkLink.decode(RecordedRoutes.of(HexFormat.of().parseHex("00".repeat(16) + "0800040000000080"))));
    }

    @Test
    void aQuestionNamesFamilyDestinationPortAndSource() {
        ByteBuffer message = RouteMessage.request(address("192.0.2.7"), 443, address("192.0.2.1"));
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        String body = HexFormat.of().formatHex(bytes, 16, bytes.length);
        assertEquals("022020000000000000100000" + "08000100c0000207" + "08000200c0000201" + "05001b0006000000" + "06001d0001bb0000", body);
        assertEquals(26, bytes[4]);
    }

    @Test
    void theScopeOfADestinationIsItsInterface() throws Exception {
        InetAddress scoped = Inet6Address.getByAddress(null, address("fe80::1").getAddress(), 7);
        assertNotEquals(RouteMessage.request(address("fe80::1"), 0, null), RouteMessage.request(scoped, 0, null));
        ByteBuffer message = RouteMessage.request(scoped, 0, null);
        // RTA_OIF is the last attribute.
        assertEquals(7, message.getInt(message.limit() - 4));
        assertEquals(4, message.getShort(message.limit() - 6));
    }

    private static InetAddress address(String text) {
        return text == null ? null : InetAddress.ofLiteral(text);
    }
}
