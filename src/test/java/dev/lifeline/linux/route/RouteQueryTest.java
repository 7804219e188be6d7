package dev.lifeline.linux.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.route.RouteAnswer.Refused;
import dev.lifeline.linux.route.RouteAnswer.Route;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.channels.DatagramChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "rtnetlink is the Linux kernel's")
class RouteQueryTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void theWayToThisMachineIsLocal() throws Exception {
        try (RouteQuery query = open()) {
            Route route = assertInstanceOf(Route.class, query.to(LOOPBACK, 80, null));
            assertEquals(RouteMessage.LOCAL, route.type());
            assertEquals(LOOPBACK, route.source());
            assertNull(route.gateway());
            NetworkInterface device = NetworkInterface.getByInetAddress(LOOPBACK);
            assertEquals(device.getIndex(), route.device());
            assertEquals(new NetworkLink(device.getName(), device.getMTU()), query.link(route.device()));
        }
    }

    @Test
    void theWayToThisMachineOverIpv6IsLocal() throws Exception {
        InetAddress six = InetAddress.ofLiteral("::1");
        assumeTrue(NetworkInterface.getByInetAddress(six) != null, "no IPv6 here");
        try (RouteQuery query = open()) {
            Route route = assertInstanceOf(Route.class, query.to(six, 80, null));
            assertEquals(RouteMessage.LOCAL, route.type());
            assertEquals(six, route.source());
        }
    }

    @Test
    void aSourceThatIsAskedForIsTheRoutes() throws Exception {
        InetAddress source = InetAddress.ofLiteral("127.0.0.7");
        try (RouteQuery query = open()) {
            assertEquals(source, assertInstanceOf(Route.class, query.to(LOOPBACK, 80, source)).source());
        }
    }

    @Test
    void theSourceIsTheOneOfAConnectedDatagramSocket() throws Exception {
        for (String destination : List.of("127.0.0.1", "127.9.9.9", "0.0.0.0")) {
            InetAddress to = InetAddress.ofLiteral(destination);
            try (RouteQuery query = open(); DatagramChannel channel = DatagramChannel.open(java.net.StandardProtocolFamily.INET)) {
                channel.connect(new InetSocketAddress(to, 9));
                assertEquals(((InetSocketAddress) channel.getLocalAddress()).getAddress(),
                        assertInstanceOf(Route.class, query.to(to, 9, null)).source(), destination);
            }
        }
    }

    @Test
    void anInterfaceThatDoesNotExistIsNone() throws Exception {
        try (RouteQuery query = open()) {
            assertNull(query.link(Integer.MAX_VALUE));
        }
    }

    @Test
    void anAnswerAfterTheEndIsARefusal() throws Exception {
        RouteQuery query = open();
        query.close();
        assertEquals(new Refused(new Errno(9)), query.to(LOOPBACK, 0, null));
        assertNull(query.link(1));
    }

    @Test
    void aRouteThatLetsNothingThroughIsTheErrorOfAConnect() throws Exception {
        List<String> lines = Namespace.run("ip route add blackhole 198.51.100.0/28; ip route add unreachable 198.51.100.16/28; "
                + "ip route add prohibit 198.51.100.32/28; ip route add throw 198.51.100.48/28", AskRoute.class,
                "198.51.100.1", "198.51.100.17", "198.51.100.33", "198.51.100.49", "203.0.113.1");
        assertEquals(List.of("198.51.100.1 Refused[errno=EINVAL]", "198.51.100.17 Refused[errno=EHOSTUNREACH]",
                "198.51.100.33 Refused[errno=EACCES]", "198.51.100.49 Refused[errno=ENETUNREACH]",
                "203.0.113.1 Refused[errno=ENETUNREACH]"), lines);
    }

    @Test
    void aRuleForOnePortCountsForThatPort() throws Exception {
        List<String> lines = Namespace.run("ip addr add 192.0.2.1/24 dev lo; ip route add 203.0.113.0/24 dev lo src 192.0.2.1; "
                + "ip route add prohibit 203.0.113.0/24 table 1000; ip rule add ipproto tcp dport 443 lookup 1000", AskPorts.class,
                "203.0.113.1", "80", "443");
        assertEquals(List.of("80 Route", "443 Refused"), lines);
    }

    @Test
    void nobodyNeedsAPrivilegeToAsk() throws Exception {
        List<String> lines = Namespace.withoutPrivilege(AskRoute.class, "127.0.0.1");
        assertEquals(1, lines.size());
        assertTrue(lines.getFirst().startsWith("127.0.0.1 Route[type=2"), lines.toString());
    }

    /// Writes which kind of answer there is for each port.
    static final class AskPorts {
        private AskPorts() {
        }

        public static void main(String[] arguments) throws NativeException {
            try (RouteQuery query = open()) {
                for (int i = 1; i < arguments.length; i++) {
                    RouteAnswer answer = query.to(InetAddress.ofLiteral(arguments[0]), Integer.parseInt(arguments[i]), null);
                    System.out.println(arguments[i] + " " + answer.getClass().getSimpleName());
                }
            }
        }
    }

    private static RouteQuery open() throws NativeException {
        return RouteQuery.open(1_000_000_000);
    }
}
