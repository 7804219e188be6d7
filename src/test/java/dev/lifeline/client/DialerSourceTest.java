package dev.lifeline.client;

import static dev.lifeline.client.DialFixture.LONG;
import static dev.lifeline.client.DialFixture.SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Family;
import dev.lifeline.model.Stage;
import dev.lifeline.race.Personality;
import dev.lifeline.record.StageFailure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The local end of a dialled connection: a source that was asked for, its family, and zones of link-local addresses.
@Timeout(60)
class DialerSourceTest {

    private final DialFixture fixture = new DialFixture();
    private final Listeners listeners = fixture.listeners();

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        fixture.close();
    }

    @Test
    void aPinnedSourceIsBoundFirstAndKept() throws Exception {
        Endpoint target = listeners.accepting("127.0.0.1");
        InetSocketAddress source = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.7"), 0);

        Dialed dialed = fixture.dialer(Personality.RFC8305, source, LONG).dial(List.of(target));

        try (var channel = dialed.channel()) {
            assertEquals("127.0.0.7", dialed.tuple().local().address());
            assertEquals(Endpoint.of((InetSocketAddress) channel.getLocalAddress()), dialed.tuple().local());
            assertEquals("""
                    0 ordered 1
                    1 bind started
                    1 bind finished
                    1 connect started
                    1 connect finished
                    1 won
                    """, fixture.story());
        }
    }

    @Test
    void aSourcePortThatIsTakenFailsAtBind() throws Exception {
        Endpoint target = listeners.accepting("127.0.0.1");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            StageFailure failure = assertThrows(StageFailure.class, () -> fixture.dialer(Personality.RFC8305,
                    new InetSocketAddress(taken.getInetAddress(), taken.getLocalPort()), LONG).dial(List.of(target)));

            assertEquals(Stage.BIND, failure.stage());
            assertEquals(ErrorCode.EADDRINUSE, failure.failure().code());
            assertEquals(new Endpoint("127.0.0.1", taken.getLocalPort()), failure.failure().local());
            assertNull(failure.failure().remote());
        }
    }

    @Test
    void aSourceAddressOfAnotherHostFailsAtBind() throws Exception {
        Endpoint target = listeners.accepting("127.0.0.1");
        InetSocketAddress foreign = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 0);

        StageFailure failure = assertThrows(StageFailure.class,
                () -> fixture.dialer(Personality.RFC8305, foreign, LONG).dial(List.of(target)));

        assertEquals(Stage.BIND, failure.stage());
        assertEquals(ErrorCode.EADDRNOTAVAIL, failure.failure().code());
    }

    @Test
    void candidatesOfAnotherFamilyThanTheSourceAreLeftOut() throws Exception {
        Endpoint target = listeners.accepting("127.0.0.1");
        InetSocketAddress source = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

        fixture.dialer(Personality.RFC8305, source, LONG).dial(List.of(new Endpoint("::1", target.port()), target)).channel().close();

        assertTrue(fixture.story().startsWith("0 left out: the source address is IPv4\n0 ordered 1\n"), fixture.story());
    }

    @Test
    void aSourceThatFitsNoCandidateFailsAtRouteBeforeAnyCall() {
        InetSocketAddress source = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

        StageFailure failure = assertThrows(StageFailure.class,
                () -> fixture.dialer(Personality.RFC8305, source, LONG).dial(List.of(new Endpoint("::1", 9))));

        assertEquals(Stage.ROUTE, failure.stage());
        assertEquals(ErrorCode.FAMILY_MISMATCH, failure.failure().code());
    }

    @Test
    void anAddressWithAZoneNeedsNoLookUp() throws Exception {
        Endpoint zoned = null;
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : each.inetAddresses().toList()) {
                if (address.isLinkLocalAddress() && Endpoint.of(address, 0).family() == Family.IPV6) {
                    zoned = listeners.accepting(address.getHostAddress());
                }
            }
        }
        assumeTrue(zoned != null, "no interface of this machine has a link-local IPv6 address");

        fixture.dialer(Personality.RFC8305, null, LONG).dial(List.of(zoned)).channel().close();

        assertTrue(fixture.story().contains("1 won"), fixture.story());
    }

    @Test
    void aZoneThatIsNoInterfaceFailsAtConnectAndNotInTheProgram() {
        StageFailure failure = assertThrows(StageFailure.class, () -> fixture.dialer(Personality.RFC8305, null, LONG)
                .dial(List.of(new Endpoint("fe80::1%no-such-zone", 9))));

        assertEquals(Stage.CONNECT, failure.stage());
        assertEquals("no such interface", failure.failure().message());
    }

    @Test
    void aZoneWithoutAnAddressOfItsScopeIsLeftToTheKernel() throws Exception {
        DialFixture.assumeIPv6();
        String loopback = NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")).getName();
        Endpoint target = new Endpoint("fe80::1%" + loopback, 9);

        StageFailure failure = assertThrows(StageFailure.class,
                () -> fixture.dialer(Personality.RFC8305, null, SHORT).dial(List.of(target)));

        assertEquals(Stage.CONNECT, failure.stage());
        assertNotEquals(ErrorCode.UNKNOWN, failure.failure().code(), failure.failure()::message);
        assertEquals(target, failure.failure().remote());
    }
}
