package dev.lifeline.export;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Builds traces with packets, whose bytes are those of real segments. Times are microseconds.
final class PacketTrace {

    /// The wall-clock time of time 0 of the trace, in nanoseconds since 1970.
    static final long ORIGIN = 1_795_000_000_123_456_789L;

    static final Endpoint CLIENT = new Endpoint("127.0.0.1", 52_814);
    static final Endpoint SERVER = new Endpoint("127.0.0.1", 7_007);
    static final FourTuple FORTH = new FourTuple(CLIENT, SERVER);

    private static final int ACK = TcpFlags.ACK;

    private final List<TraceEvent> events = new ArrayList<>();
    private List<SourceStatus> sources = List.of(new SourceStatus("packet", true, "lo"));
    private int connection = 1;

    /// The ordinary life of one connection: three segments, data both ways, both FINs.
    static PacketTrace life() {
        PacketTrace trace = new PacketTrace();
        long connect = trace.add(50, Lane.CLIENT, new StageEvent.Started(Stage.CONNECT, null, SERVER));
        trace.packet(55.2, Lane.CLIENT, TcpFlags.SYN, 0, 0, "");
        trace.packet(60, Lane.SERVER, TcpFlags.SYN | ACK, 0, 1, "");
        trace.packet(64, Lane.CLIENT, ACK, 1, 1, "");
        trace.add(94, Lane.CLIENT, new StageEvent.Finished(Stage.CONNECT, connect, new Outcome.Connected(FORTH)));
        long accept = trace.add(100, Lane.SERVER, new StageEvent.Started(Stage.ACCEPT, SERVER, null));
        trace.add(110, Lane.SERVER,
                new StageEvent.Finished(Stage.ACCEPT, accept, new Outcome.Accepted(FORTH.reversed(), 1, 1)));
        trace.packet(120, Lane.CLIENT, TcpFlags.PSH | ACK, 1, 1, "ping\n");
        trace.add(121.5, Lane.CLIENT, new StreamEvent.ChunkWritten(5, 5));
        trace.add(130, Lane.SERVER, new StreamEvent.ChunkRead(Bytes.of("ping\n".getBytes(StandardCharsets.US_ASCII))));
        trace.packet(140, Lane.SERVER, TcpFlags.PSH | ACK, 1, 6, "pong\n");
        trace.packet(150, Lane.CLIENT, TcpFlags.FIN | ACK, 6, 6, "");
        trace.packet(160, Lane.SERVER, TcpFlags.FIN | ACK, 6, 7, "");
        trace.packet(164, Lane.CLIENT, ACK, 7, 7, "");
        return trace;
    }

    /// What follows belongs to this connection of its lane.
    PacketTrace connection(int number) {
        connection = number;
        return this;
    }

    PacketTrace sources(SourceStatus... statuses) {
        sources = List.of(statuses);
        return this;
    }

    long add(double micros, Lane lane, EventBody body) {
        long sequence = events.size();
        Evidence evidence = body instanceof PacketEvent ? Evidence.PACKET : Evidence.APPLICATION;
        events.add(new TraceEvent(sequence, Math.round(micros * 1_000), lane, evidence, connection, 0, body));
        return sequence;
    }

    PacketTrace packet(double micros, Lane from, int flags, long sequence, long acknowledgement, String data) {
        FourTuple flow = from == Lane.SERVER ? FORTH.reversed() : FORTH;
        byte[] payload = data.getBytes(StandardCharsets.US_ASCII);
        byte[] packet = segment(flow, flags, sequence, acknowledgement, payload);
        add(micros, Lane.KERNEL, new PacketEvent.SegmentSeen(from, flow, flags, sequence, acknowledgement, payload.length, 65_535,
                false, captured(micros, packet, packet.length, from == Lane.SERVER)));
        return this;
    }

    static CapturedPacket captured(double micros, byte[] packet, int length, boolean outgoing) {
        return new CapturedPacket(HexFormat.of().formatHex(packet), length, "lo", outgoing,
                ORIGIN + Math.round(micros * 1_000), 200);
    }

    Trace trace() {
        TraceHeader header = new TraceHeader("0.2.0", new Target("localhost", 7007), TraceHeader.Mode.LOOPBACK,
                Instant.ofEpochSecond(0, ORIGIN), "System.nanoTime", Map.of("os", "Linux 6.18 amd64", "processors", "2"), sources,
                List.of(new TraceHeader.PlannedStage(Lane.CLIENT, Stage.FIRST_BYTE)), 1);
        return new Trace(header, events, true);
    }

    /// An IPv4 packet with a TCP segment and right checksums (RFC 791, RFC 9293 section 3.1).
    static byte[] segment(FourTuple flow, int flags, long sequence, long acknowledgement, byte[] payload) {
        ByteBuffer tcp = ByteBuffer.allocate(20 + payload.length);
        tcp.putShort((short) flow.local().port()).putShort((short) flow.remote().port())
                .putInt((int) (1_000_000 + sequence)).putInt((int) ((flags & ACK) == 0 ? 0 : 1_000_000 + acknowledgement))
                .putShort((short) (5 << 12 | flags)).putShort((short) 65_535).putInt(0).put(payload);
        ByteBuffer pseudo = ByteBuffer.allocate(12 + tcp.capacity());
        pseudo.putInt(0x7F000001).putInt(0x7F000001).putShort((short) 6).putShort((short) tcp.capacity()).put(tcp.array());
        tcp.putShort(16, checksum(pseudo.array()));
        ByteBuffer ip = ByteBuffer.allocate(20 + tcp.capacity());
        ip.putShort((short) 0x4500).putShort((short) ip.capacity()).putInt(0x4000).putInt(64 << 24 | 6 << 16)
                .putInt(0x7F000001).putInt(0x7F000001);
        ip.putShort(10, checksum(Arrays.copyOf(ip.array(), 20)));
        return ip.put(tcp.array()).array();
    }

    private static short checksum(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xFF) << (i % 2 == 0 ? 8 : 0);
        }
        while (sum >> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }
        return (short) ~sum;
    }
}
