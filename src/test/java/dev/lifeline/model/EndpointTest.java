package dev.lifeline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class EndpointTest {

    @Test
    void ipv4HasItsPortAfterAColon() {
        assertEquals("127.0.0.1:80", new Endpoint("127.0.0.1", 80).toString());
    }

    @Test
    void ipv6IsInBracketsWhenAPortFollows() {
        assertEquals("[::1]:80", new Endpoint("::1", 80).toString());
        assertEquals("[fe80::1%lo]:65535", new Endpoint("fe80::1%lo", 65535).toString());
    }

    @Test
    void anUnknownPortIsNotShown() {
        assertEquals("127.0.0.1", new Endpoint("127.0.0.1", Endpoint.UNKNOWN_PORT).toString());
        assertEquals("::1", new Endpoint("::1", Endpoint.UNKNOWN_PORT).toString());
    }

    @Test
    void equalIsWhatHasTheSameAddressAndPort() {
        Endpoint one = new Endpoint("::1", 80);

        assertEquals(new Endpoint("::1", 80), one);
        assertEquals(new Endpoint("::1", 80).hashCode(), one.hashCode());
        assertNotEquals(new Endpoint("::1", 81), one);
        assertNotEquals(new Endpoint("::2", 80), one);
    }

    @Test
    void aPortOutsideItsRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Endpoint("::1", -1));
        assertThrows(IllegalArgumentException.class, () -> new Endpoint("::1", 65536));
    }

    @Test
    void theFamilyIsThatOfTheText() {
        assertEquals(Family.IPV4, new Endpoint("10.0.0.1", 1).family());
        assertEquals(Family.IPV6, new Endpoint("::ffff:10.0.0.1", 1).family());
    }

    @Test
    void aSocketAddressGivesItsNumbersAndNoName() throws Exception {
        InetAddress named = InetAddress.getByAddress("db.example", new byte[] {10, 0, 0, 1});

        assertEquals(new Endpoint("10.0.0.1", 5432), Endpoint.of(new InetSocketAddress(named, 5432)));
    }

    @Test
    void aSocketThatIsNotBoundHasNoEndpoint() {
        assertNull(Endpoint.of(null));
    }

    @Test
    void theOtherSideSeesTheFourTupleReversed() {
        Endpoint here = new Endpoint("127.0.0.1", 1);
        Endpoint there = new Endpoint("127.0.0.1", 2);

        assertEquals(new FourTuple(there, here), new FourTuple(here, there).reversed());
    }
}
