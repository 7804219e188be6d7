package dev.lifeline.linux.packet;

import static dev.lifeline.linux.packet.BpfAssembler.ADD_INDEX;
import static dev.lifeline.linux.packet.BpfAssembler.AND;
import static dev.lifeline.linux.packet.BpfAssembler.HARDWARE_TYPE;
import static dev.lifeline.linux.packet.BpfAssembler.LOAD_BYTE;
import static dev.lifeline.linux.packet.BpfAssembler.LOAD_BYTE_INDEXED;
import static dev.lifeline.linux.packet.BpfAssembler.LOAD_HALF;
import static dev.lifeline.linux.packet.BpfAssembler.LOAD_HALF_INDEXED;
import static dev.lifeline.linux.packet.BpfAssembler.LOAD_HEADER_LENGTH;
import static dev.lifeline.linux.packet.BpfAssembler.LOAD_LENGTH;
import static dev.lifeline.linux.packet.BpfAssembler.LOAD_WORD;
import static dev.lifeline.linux.packet.BpfAssembler.PACKET_TYPE;
import static dev.lifeline.linux.packet.BpfAssembler.PROTOCOL;
import static dev.lifeline.linux.packet.BpfAssembler.SHIFT_LEFT;
import static dev.lifeline.linux.packet.BpfAssembler.TO_INDEX;

/// The filter that stands before the capture: what concerns one TCP port or a few, seen from the IP header on (`SOCK_DGRAM`).
///
/// It lets through TCP over IPv4 (fragments excluded) and over IPv6 (extension headers excluded) with the port as source or
/// destination, and ICMP and ICMPv6 errors that quote such a segment: ICMP 3 and 11, ICMPv6 1, 2 and 3. Where names are asked for, the
/// same for UDP and the port of name servers.
///
/// On a loopback interface the kernel shows every packet twice, first outgoing, then incoming. The filter drops the outgoing copy
/// there, by the interface's hardware type, and nowhere else: on every other interface what this machine sends is seen
/// only once, outgoing.
public final class PortFilter {

    /// Bytes of each packet that are kept as a rule: all headers, and a look at the data.
    public static final int SNAP_BYTES = 256;

    /// Bytes that are kept of a large packet, which is part of a stream: the longest headers of IPv6 and TCP. What is kept of a
    /// packet beside its headers keeps its whole page in the kernel (`skb_condense` of `net/core/skbuff.c`): of a fast stream the
    /// buffer of the socket holds 39,000 packets so, and 1,300 otherwise.
    public static final int LARGE_SNAP_BYTES = 100;

    /// Bytes that are kept where packets are wanted whole: no IP packet of the usual kind is longer.
    public static final int WHOLE_SNAP_BYTES = 1 << 16;

    /// Ports that one filter can know: its jumps go 255 instructions far.
    public static final int MAX_PORTS = 16;

    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86DD;
    private static final int LOOPBACK_HARDWARE = 772;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int NAMES = 53;
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;
    /// A length of 8 KiB or more has one of these bits.
    private static final int LARGE = -1 << 13;
    private static final int OFFSET_AND_MORE_FRAGMENTS = 0x3FFF;
    private static final int FRAGMENT_OFFSET = 0x1FFF;

    private PortFilter() {
    }

    /// Lets nothing through: what a socket has until the port is known.
    public static BpfProgram nothing() {
        return new BpfAssembler().keep(0).build();
    }

    /// Lets through what concerns any of these ports.
    ///
    /// @param ports 1 to [#MAX_PORTS] of them, each 1 to 65535
    public static BpfProgram of(int... ports) {
        return of(false, ports);
    }

    /// Lets through what concerns any of these ports, or questions of look-ups.
    ///
    /// @param names whether UDP of the port of name servers passes
    /// @param ports up to [#MAX_PORTS] of them, each 1 to 65535
    public static BpfProgram of(boolean names, int... ports) {
        return of(SNAP_BYTES, names, false, ports);
    }

    /// The same.
    ///
    /// @param snap bytes of a packet that are kept: [#SNAP_BYTES], of large ones less; or [#WHOLE_SNAP_BYTES]
    /// @param wide whether TCP of all other ports passes, too
    public static BpfProgram of(int snap, boolean names, boolean wide, int... ports) {
        BpfAssembler to = new BpfAssembler();
        int loopback = to.label();
        int four = to.label();
        int six = to.label();
        int drop = to.label();
        int keep = to.label();
        int large = to.label();
        to.op(LOAD_WORD, HARDWARE_TYPE).ifEqual(LOOPBACK_HARDWARE, loopback);
        to.op(LOAD_WORD, PROTOCOL).ifEqual(ETHERTYPE_IPV4, four).ifEqual(ETHERTYPE_IPV6, six).keep(0);
        // A jump goes forward only: the loopback's own way to the protocol.
        to.at(loopback).op(LOAD_WORD, PACKET_TYPE).ifEqual(PacketFrame.OUTGOING, drop)
                .op(LOAD_WORD, PROTOCOL).ifEqual(ETHERTYPE_IPV4, four).ifEqual(ETHERTYPE_IPV6, six).keep(0);
        four(to.at(four), names, wide, ports, keep, drop);
        six(to.at(six), names, wide, ports, keep);
        to.at(keep).op(LOAD_LENGTH).ifAnyBit(LARGE, large).keep(snap);
        to.at(large).keep(snap == SNAP_BYTES ? LARGE_SNAP_BYTES : snap);
        to.at(drop).keep(0);
        return to.build();
    }

    private static void four(BpfAssembler to, boolean names, boolean wide, int[] ports, int keep, int drop) {
        int tcp = to.label();
        int udp = to.label();
        int asked = to.label();
        int icmp = to.label();
        int error = to.label();
        int quoted = to.label();
        to.op(LOAD_BYTE, 9).ifEqual(TCP, tcp).ifEqual(ICMP, icmp).ifEqual(wanted(names), udp).keep(0);
        to.at(udp).op(LOAD_HALF, 6).ifAnyBit(OFFSET_AND_MORE_FRAGMENTS, drop)
                .op(LOAD_HEADER_LENGTH, 0)
                .op(LOAD_HALF_INDEXED, 0).ifEqual(NAMES, keep)
                .op(LOAD_HALF_INDEXED, 2).ifEqual(NAMES, keep).keep(0);
        to.at(tcp).op(LOAD_HALF, 6).ifAnyBit(OFFSET_AND_MORE_FRAGMENTS, drop);
        if (wide) {
            to.op(LOAD_BYTE, 9).ifEqual(TCP, keep);
        }
        to.op(LOAD_HEADER_LENGTH, 0);
        any(to.op(LOAD_HALF_INDEXED, 0), ports, keep);
        any(to.op(LOAD_HALF_INDEXED, 2), ports, keep).keep(0);
        to.at(icmp).op(LOAD_HALF, 6).ifAnyBit(FRAGMENT_OFFSET, drop)
                .op(LOAD_HEADER_LENGTH, 0)
                .op(LOAD_BYTE_INDEXED, 0).ifEqual(3, error).ifEqual(11, error).keep(0);
        to.at(error).op(LOAD_BYTE_INDEXED, 8 + 9).ifEqual(TCP, wide ? keep : quoted).ifEqual(wanted(names), asked).keep(0);
        to.at(asked).op(LOAD_BYTE_INDEXED, 8).op(AND, 0x0F).op(SHIFT_LEFT, 2).op(ADD_INDEX).op(TO_INDEX)
                .op(LOAD_HALF_INDEXED, 10).ifEqual(NAMES, keep).keep(0);
        // The quoted header has a length of its own.
        to.at(quoted).op(LOAD_BYTE_INDEXED, 8).op(AND, 0x0F).op(SHIFT_LEFT, 2).op(ADD_INDEX).op(TO_INDEX);
        any(to.op(LOAD_HALF_INDEXED, 8), ports, keep);
        any(to.op(LOAD_HALF_INDEXED, 10), ports, keep).keep(0);
    }

    private static void six(BpfAssembler to, boolean names, boolean wide, int[] ports, int keep) {
        int tcp = to.label();
        int udp = to.label();
        int asked = to.label();
        int icmp = to.label();
        int error = to.label();
        int quoted = to.label();
        to.op(LOAD_BYTE, 6).ifEqual(TCP, tcp).ifEqual(ICMPV6, icmp).ifEqual(wanted(names), udp).keep(0);
        to.at(udp).op(LOAD_HALF, 40).ifEqual(NAMES, keep)
                .op(LOAD_HALF, 42).ifEqual(NAMES, keep).keep(0);
        to.at(tcp);
        if (wide) {
            to.op(LOAD_BYTE, 6).ifEqual(TCP, keep);
        }
        any(to.op(LOAD_HALF, 40), ports, keep);
        any(to.op(LOAD_HALF, 42), ports, keep).keep(0);
        to.at(icmp).op(LOAD_BYTE, 40).ifEqual(1, error).ifEqual(2, error).ifEqual(3, error).keep(0);
        to.at(error).op(LOAD_BYTE, 48 + 6).ifEqual(TCP, wide ? keep : quoted).ifEqual(wanted(names), asked).keep(0);
        to.at(asked).op(LOAD_HALF, 90).ifEqual(NAMES, keep).keep(0);
        any(to.at(quoted).op(LOAD_HALF, 88), ports, keep);
        any(to.op(LOAD_HALF, 90), ports, keep).keep(0);
    }

    /// UDP where it is wanted; else TCP, which has jumped already.
    private static int wanted(boolean names) {
        return names ? UDP : TCP;
    }

    private static BpfAssembler any(BpfAssembler to, int[] ports, int keep) {
        for (int port : ports) {
            to.ifEqual(port, keep);
        }
        return to;
    }
}
