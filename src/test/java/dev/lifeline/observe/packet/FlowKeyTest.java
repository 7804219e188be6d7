package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.linux.wire.WireAddress;
import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.observe.WireEnds;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class FlowKeyTest {

    @Test
    void theTupleOfASocketIsTheKeyOfItsPackets() {
        FlowKey socket = FlowKey.of(new FourTuple(new Endpoint("fe80::1%lo", 40000), new Endpoint("fe80::2%lo", 80)));
        FlowKey packets = new FlowKey(wire("fe80::1", 40000), wire("fe80::2", 80));

        assertEquals(packets, socket);
        assertEquals(packets.hashCode(), socket.hashCode());
        assertNotEquals(packets, new FlowKey(wire("fe80::2", 80), wire("fe80::1", 40000)));
    }

    @Test
    void anIpv4MappedAddressIsIpv4OnTheWire() {
        assertEquals(wire("127.0.0.1", 80), WireEnds.of(new Endpoint("::ffff:127.0.0.1", 80)));
    }

    @Test
    void whatIsNoAddressHasNoKey() {
        assertNull(WireEnds.of(new Endpoint("example", 80)));
        assertNull(FlowKey.of(new FourTuple(new Endpoint("127.0.0.1", 1), new Endpoint("", 2))));
    }

    @Test
    void anAddressOfTheLinkIsToldWithTheZoneOfTheOtherEnd() {
        assertEquals("fe80::1%eth0", PacketEvents.text(wire("fe80::1", 1), new Endpoint("fe80::2%eth0", 2)));
        assertEquals("2001:db8::1", PacketEvents.text(wire("2001:db8::1", 1), new Endpoint("fe80::2%eth0", 2)));
    }

    private static WireEnd wire(String address, int port) {
        return new WireEnd(WireAddress.of(InetAddress.ofLiteral(address)), port);
    }
}
