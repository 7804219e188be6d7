package dev.lifeline.analysis;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TcpField;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.PacketEvent;

/// What a capture and the kernel's table say of one connection, written by hand into a trace. Times are microseconds.
public final class WirePackets {

    /// Of every packet, in nanoseconds.
    public static final long UNCERTAINTY = 200;

    private static final int WINDOW = 65_535;

    private final TraceBuilder life;
    private final FourTuple tuple;

    /// @param tuple as the client sees it
    public WirePackets(TraceBuilder life, FourTuple tuple) {
        this.life = life;
        this.tuple = tuple;
    }

    /// A whole handshake.
    public WirePackets handshake(double syn, double synAck, double ack) {
        return syn(syn, false).synAck(synAck, false).ack(ack);
    }

    public WirePackets syn(double micros, boolean again) {
        return segment(micros, Lane.CLIENT, TcpFlags.SYN, 0, 0, 0, WINDOW, again);
    }

    public WirePackets synAck(double micros, boolean again) {
        return segment(micros, Lane.SERVER, TcpFlags.SYN | TcpFlags.ACK, 0, 1, 0, WINDOW, again);
    }

    public WirePackets ack(double micros) {
        return segment(micros, Lane.CLIENT, TcpFlags.ACK, 1, 1, 0, WINDOW, false);
    }

    public WirePackets data(double micros, Lane from, long sequence, int payload) {
        return segment(micros, from, TcpFlags.PSH | TcpFlags.ACK, sequence, 1, payload, WINDOW, false);
    }

    public WirePackets fin(double micros, Lane from) {
        return segment(micros, from, TcpFlags.FIN | TcpFlags.ACK, 6, 6, 0, WINDOW, false);
    }

    public WirePackets reset(double micros, Lane from) {
        return segment(micros, from, TcpFlags.RST | TcpFlags.ACK, 0, 1, 0, 0, false);
    }

    public WirePackets segment(double micros, Lane from, int flags, long sequence, long acknowledgement, int payload, long window,
                        boolean again) {
        life.add(micros, Lane.KERNEL, new PacketEvent.SegmentSeen(from, from == Lane.CLIENT ? tuple : tuple.reversed(), flags,
                sequence, acknowledgement, payload, window, again, packet(40 + payload)));
        return this;
    }

    /// An ICMP error about the SYN.
    public WirePackets icmp(double micros, String offender, String meaning) {
        life.add(micros, Lane.KERNEL, new PacketEvent.ErrorSeen(offender, 3, 1, meaning, tuple, packet(68)));
        return this;
    }

    /// A look at a socket of either end.
    public WirePackets socket(double micros, Lane end, SocketState state, long inode, long receiveQueue, long sendQueue) {
        return socket(micros, end, Occasion.EVENT, new SocketSnapshot(state, end.ordinal() + 100L, inode, receiveQueue, sendQueue,
                SocketTimer.NONE, 0, 0, "cubic", null, null));
    }

    public WirePackets socket(double micros, Lane end, Occasion occasion, SocketSnapshot socket) {
        life.add(micros, Lane.KERNEL, new KernelEvent.SocketSeen(end, end == Lane.CLIENT ? tuple : tuple.reversed(), socket,
                occasion, -1));
        return this;
    }

    public WirePackets listener(double micros, long queued, long backlog) {
        return kernel(micros, new KernelEvent.ListenerSeen(tuple.remote(), queued, backlog, Occasion.EVENT, -1));
    }

    public WirePackets kernel(double micros, KernelEvent body) {
        life.add(micros, Lane.KERNEL, body);
        return this;
    }

    /// The figures of a connection with this round-trip time, in microseconds.
    public static TcpInfo info(long rtt, long totalRetransmits) {
        return new TcpInfo.Builder().with(TcpField.RTO, 204_000).with(TcpField.RTT, rtt).with(TcpField.RTTVAR, rtt / 2)
                .with(TcpField.MIN_RTT, rtt).with(TcpField.TOTAL_RETRANSMITS, totalRetransmits).with(TcpField.ACKED, 6)
                .with(TcpField.RECEIVED, 5).with(TcpField.SEGMENTS_OUT, 5).with(TcpField.SEGMENTS_IN, 5)
                .with(TcpField.SEND_WINDOW, 65_536).with(TcpField.RECEIVE_WINDOW, 65_536).build("00");
    }

    private static CapturedPacket packet(int length) {
        return new CapturedPacket("45", length, "lo", false, 0, UNCERTAINTY);
    }
}
