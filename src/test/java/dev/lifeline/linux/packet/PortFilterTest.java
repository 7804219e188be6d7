package dev.lifeline.linux.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.linux.wire.Packets;
import dev.lifeline.linux.wire.TcpSegment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortFilterTest {

    private static final int PORT = 7007;
    private static final BpfInterpreter FILTER = new BpfInterpreter(PortFilter.of(PORT));

    @ParameterizedTest
    @CsvSource({"10.0.0.1,10.0.0.2", "2001:db8::1,2001:db8::2"})
    void letsTheTcpOfThePortThroughInBothDirections(String from, String to) {
        assertEquals(PortFilter.SNAP_BYTES, FILTER.run(Packets.tcp(from, 40000, to, PORT, TcpSegment.SYN, 0)));
        assertEquals(PortFilter.SNAP_BYTES, FILTER.run(Packets.tcp(to, PORT, from, 40000, TcpSegment.ACK, 5)));
        assertEquals(0, FILTER.run(Packets.tcp(from, 40000, to, PORT + 1, TcpSegment.SYN, 0)));
    }

    @Test
    void portsAreThoseBehindTheOptionsOfTheHeader() {
        byte[] plain = Packets.tcp("10.0.0.1", 40000, "10.0.0.2", PORT, TcpSegment.SYN, 0);
        byte[] optioned = new byte[plain.length + 4];
        System.arraycopy(plain, 0, optioned, 0, 20);
        System.arraycopy(plain, 20, optioned, 24, plain.length - 20);
        optioned[0] = 0x46;

        assertEquals(PortFilter.SNAP_BYTES, FILTER.run(optioned));
    }

    @Test
    void dropsFragmentsAndOtherProtocols() {
        byte[] later = Packets.tcp("10.0.0.1", 40000, "10.0.0.2", PORT, TcpSegment.ACK, 8);
        later[7] = 1;
        byte[] first = Packets.tcp("10.0.0.1", 40000, "10.0.0.2", PORT, TcpSegment.ACK, 8);
        first[6] = 0x20;
        byte[] udp = Packets.tcp("10.0.0.1", 40000, "10.0.0.2", PORT, 0, 0);
        udp[9] = 17;

        assertEquals(0, FILTER.run(later));
        assertEquals(0, FILTER.run(first));
        assertEquals(0, FILTER.run(udp));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.9,10.0.0.1,10.0.0.2,3,1", "10.0.0.9,10.0.0.1,10.0.0.2,11,0", "2001:db8::9,2001:db8::1,2001:db8::2,1,0",
        "2001:db8::9,2001:db8::1,2001:db8::2,2,0", "2001:db8::9,2001:db8::1,2001:db8::2,3,0"})
    void letsErrorsThroughThatQuoteTheSegment(String offender, String client, String server, int type, int code) {
        byte[] ours = Packets.tcp(client, 40000, server, PORT, TcpSegment.SYN, 0);
        byte[] other = Packets.tcp(client, 40000, server, PORT - 1, TcpSegment.SYN, 0);

        assertEquals(PortFilter.SNAP_BYTES, FILTER.run(Packets.icmp(offender, client, type, code, ours)));
        assertEquals(0, FILTER.run(Packets.icmp(offender, client, type, code, other)));
        assertEquals(0, FILTER.run(Packets.icmp(offender, client, 5, 0, ours)), "a redirect is no error");
    }

    @Test
    void ofTheTwoCopiesOnLoopbackOnlyTheIncomingOneIsKept() {
        byte[] packet = Packets.tcp("127.0.0.1", 40000, "127.0.0.1", PORT, TcpSegment.SYN, 0);

        assertEquals(0, FILTER.runOnLoopback(packet, true));
        assertEquals(PortFilter.SNAP_BYTES, FILTER.runOnLoopback(packet, false));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,20", "::1,40"})
    void ofALargePacketOnlyTheHeadersAreKept(String address, int header) {
        int largestKept = 8191 - header - 20;

        assertEquals(PortFilter.SNAP_BYTES, FILTER.run(Packets.tcp(address, 40000, address, PORT, TcpSegment.ACK, largestKept)));
        byte[] large = Packets.tcp(address, 40000, address, PORT, TcpSegment.ACK, largestKept + 1);
        assertEquals(PortFilter.LARGE_SNAP_BYTES, FILTER.run(large));
        assertEquals(PortFilter.LARGE_SNAP_BYTES, FILTER.run(Packets.tcp(address, PORT, address, 40000, TcpSegment.ACK, 60_000)));
        assertEquals(PortFilter.WHOLE_SNAP_BYTES, new BpfInterpreter(PortFilter.of(PortFilter.WHOLE_SNAP_BYTES, false, false, PORT)).run(large));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1,10.0.0.2,10.0.0.9,3", "2001:db8::1,2001:db8::2,2001:db8::9,1"})
    void severalPortsAreLetThroughAndNoOther(String from, String to, String offender, int type) {
        int[] ports = new int[PortFilter.MAX_PORTS];
        Arrays.setAll(ports, i -> PORT + 2 * i);
        BpfInterpreter filter = new BpfInterpreter(PortFilter.of(ports));
        for (int port : ports) {
            byte[] ours = Packets.tcp(from, 40000, to, port, TcpSegment.SYN, 0);
            byte[] other = Packets.tcp(from, 40000, to, port + 1, TcpSegment.SYN, 0);
            assertEquals(PortFilter.SNAP_BYTES, filter.run(ours));
            assertEquals(PortFilter.SNAP_BYTES, filter.run(Packets.icmp(offender, from, type, 1, ours)));
            assertEquals(0, filter.run(other));
            assertEquals(0, filter.run(Packets.icmp(offender, from, type, 1, other)));
        }
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1,10.0.0.2,10.0.0.9,3", "2001:db8::1,2001:db8::2,2001:db8::9,1"})
    void questionsToNameServersAreLetThroughWhereTheyAreWanted(String from, String to, String offender, int type) {
        int[] ports = new int[PortFilter.MAX_PORTS];
        Arrays.setAll(ports, i -> PORT + 2 * i);
        byte[] asked = Packets.udp(from, 40000, to, 53, Packets.dns(1, 0, "a.test", 1, 0));
        byte[] other = Packets.udp(from, 40000, to, 54, Packets.dns(1, 0, "a.test", 1, 0));
        byte[] segment = Packets.tcp(from, 40000, to, PORT, TcpSegment.SYN, 0);
        for (BpfInterpreter filter : List.of(new BpfInterpreter(PortFilter.of(true, ports)), new BpfInterpreter(PortFilter.of(true)))) {
            assertEquals(PortFilter.SNAP_BYTES, filter.run(asked));
            assertEquals(PortFilter.SNAP_BYTES, filter.run(Packets.udp(to, 53, from, 40000, Packets.dns(1, 0x8180, "a.test", 1, 1))));
            assertEquals(PortFilter.SNAP_BYTES, filter.run(Packets.icmp(offender, from, type, 4, asked)));
            assertEquals(0, filter.run(other));
            assertEquals(0, filter.run(Packets.icmp(offender, from, type, 4, other)));
            assertEquals(0, filter.run(Packets.tcp(from, 40000, to, 53, TcpSegment.SYN, 0)), "TCP of that port is not wanted");
        }
        assertEquals(PortFilter.SNAP_BYTES, new BpfInterpreter(PortFilter.of(true, ports)).run(segment));
        assertEquals(0, new BpfInterpreter(PortFilter.of(true)).run(segment));
        assertEquals(0, FILTER.run(asked));
        assertEquals(0, FILTER.run(Packets.icmp(offender, from, type, 4, asked)));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1,10.0.0.2,10.0.0.9,3", "2001:db8::1,2001:db8::2,2001:db8::9,1"})
    void allOfTcpIsLetThroughWhereNobodyKnowsWhereItGoes(String from, String to, String offender, int type) {
        int[] ports = new int[PortFilter.MAX_PORTS];
        Arrays.setAll(ports, i -> PORT + 2 * i);
        BpfInterpreter wide = new BpfInterpreter(PortFilter.of(PortFilter.SNAP_BYTES, false, true, ports));
        byte[] other = Packets.tcp(from, 40000, to, 8080, TcpSegment.SYN, 0);
        assertEquals(PortFilter.SNAP_BYTES, wide.run(other));
        assertEquals(PortFilter.SNAP_BYTES, wide.run(Packets.icmp(offender, from, type, 1, other)));
        assertEquals(0, wide.runOnLoopback(other, true), "one copy is enough");
        assertEquals(0, wide.run(Packets.udp(from, 40000, to, 53, Packets.dns(1, 0, "a.test", 1, 0))));
        assertEquals(0, FILTER.run(other));
    }

    @Test
    void letsNothingThroughAtFirst() {
        BpfInterpreter nothing = new BpfInterpreter(PortFilter.nothing());

        assertEquals(0, nothing.run(Packets.tcp("10.0.0.1", 40000, "10.0.0.2", PORT, TcpSegment.SYN, 0)));
    }

    @Test
    void aPacketCutAnywhereIsDroppedOrKeptAndNothingElse() {
        byte[] whole = Packets.icmp("10.0.0.9", "10.0.0.1", 3, 1, Packets.tcp("10.0.0.1", 1, "10.0.0.2", PORT, TcpSegment.SYN,
                0));
        for (int length = 0; length < whole.length; length++) {
            int kept = FILTER.run(Arrays.copyOf(whole, length));
            assertEquals(length < 52 ? 0 : PortFilter.SNAP_BYTES, kept, length + " bytes");
        }
    }
}
