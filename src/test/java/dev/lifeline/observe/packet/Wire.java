package dev.lifeline.observe.packet;

import dev.lifeline.linux.wire.IcmpError;
import dev.lifeline.linux.wire.TcpOptions;
import dev.lifeline.linux.wire.TcpSegment;
import dev.lifeline.linux.wire.WireAddress;
import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A [FlowBook] whose events and packets a test writes down, in microseconds.
final class Wire implements PacketSink {

    static final int PORT = 7007;
    static final String SERVER = "10.0.0.2";
    private static final long INITIAL = 4_000_000_000L;
    private static final int SCALE = 7;

    /// What was found.
    record Found(long at, Evidence evidence, int connection, int attempt, EventBody body) {
    }

    final List<Found> found = new ArrayList<>();
    final Recorder recorder = new Recorder(TraceClock.start());
    final FlowBook book;
    private long sequence;
    int device = 1;

    Wire(Mode mode, boolean inFull) {
        book = new FlowBook(mode, inFull, this, new SeenEnds(recorder));
        book.port(PORT);
    }

    @Override
    public void found(long at, Evidence evidence, int connection, int attempt, EventBody body) {
        found.add(new Found(at, evidence, connection, attempt, body));
    }

    Wire started(long micros, int connection, int attempt) {
        return told(micros, Lane.CLIENT, connection, attempt, new StageEvent.Started(Stage.CONNECT, null, new Endpoint(SERVER,
                PORT)));
    }

    Wire connected(long micros, int connection, int attempt, int clientPort) {
        return told(micros, Lane.CLIENT, connection, attempt, new StageEvent.Finished(Stage.CONNECT, 0, new Outcome.Connected(
                new FourTuple(new Endpoint("10.0.0.1", clientPort), new Endpoint(SERVER, PORT)))));
    }

    Wire failed(long micros, int connection, int attempt, ErrorCode code) {
        return told(micros, Lane.CLIENT, connection, attempt, new StageEvent.Failed(Stage.CONNECT, 0,
                new Failure(code, Operation.CONNECT, null, new Endpoint(SERVER, PORT), null)));
    }

    Wire accepted(long micros, int connection, int clientPort) {
        return told(micros, Lane.SERVER, connection, 0, new StageEvent.Finished(Stage.ACCEPT, 0, new Outcome.Accepted(
                new FourTuple(new Endpoint(SERVER, PORT), new Endpoint("10.0.0.1", clientPort)), 1, 1)));
    }

    /// Another observer read the client's end from the kernel's table.
    Wire socketSeen(int connection, int attempt, int clientPort) {
        recorder.record(Lane.KERNEL, Evidence.KERNEL, connection, attempt, new KernelEvent.SocketSeen(Lane.CLIENT,
                new FourTuple(new Endpoint("10.0.0.1", clientPort), new Endpoint(SERVER, PORT)),
                new SocketSnapshot(SocketState.SYN_SENT, 1, 1, 0, 0, SocketTimer.RETRANSMIT, 0, 0, null, null, null),
                Occasion.CHANGE, -1));
        return this;
    }

    private Wire told(long micros, Lane lane, int connection, int attempt, EventBody body) {
        book.told(new TraceEvent(sequence++, micros * 1000, lane, Evidence.APPLICATION, connection, attempt, body));
        return this;
    }

    /// A segment of the client; numbers are relative.
    Wire client(long micros, int clientPort, int flags, long seq, long ack, int payload) {
        return segment(micros, end("10.0.0.1", clientPort), end(SERVER, PORT), flags, INITIAL + clientPort + seq, 9 + ack,
                payload, 64);
    }

    /// A segment of the client that left for another end; numbers are relative.
    Wire clientTo(long micros, int clientPort, WireEnd to, int flags, long seq, long ack, int payload) {
        return segment(micros, end("10.0.0.1", clientPort), to, flags, INITIAL + clientPort + seq, 9 + ack, payload, 64);
    }

    /// A segment to the client from another end; numbers are relative.
    Wire serverFrom(long micros, int clientPort, WireEnd from, int flags, long seq, long ack, int payload) {
        return segment(micros, from, end("10.0.0.1", clientPort), flags, 9 + seq, INITIAL + clientPort + ack, payload, 64);
    }

    /// Where NAT was seen to send connections on.
    List<String> sentOn() {
        List<String> lines = new ArrayList<>();
        for (Found each : found) {
            if (each.body() instanceof KernelEvent.Translated nat) {
                lines.add(each.connection() + "." + each.attempt() + " " + nat.asked() + " to " + nat.sentTo() + " " + each.evidence());
            }
        }
        return lines;
    }

    /// A segment of the server; numbers are relative.
    Wire server(long micros, int clientPort, int flags, long seq, long ack, int payload, int window) {
        return segment(micros, end(SERVER, PORT), end("10.0.0.1", clientPort), flags, 9 + seq, INITIAL + clientPort + ack,
                payload, window);
    }

    Wire error(long micros, int clientPort, int type, int code) {
        book.seen(new IcmpError(end("10.0.0.9", 0).address(), type, code, end("10.0.0.1", clientPort), end(SERVER, PORT), 0),
                sighting(micros));
        return this;
    }

    /// The three packets of a handshake, a microsecond apart.
    Wire handshake(long micros, int clientPort) {
        return client(micros, clientPort, TcpFlags.SYN, 0, 0, 0)
                .server(micros + 1, clientPort, TcpFlags.SYN | TcpFlags.ACK, 0, 1, 0, 64)
                .client(micros + 2, clientPort, TcpFlags.ACK, 1, 1, 0);
    }

    Wire segment(long micros, WireEnd from, WireEnd to, int flags, long seq, long ack, int payload, int window) {
        TcpOptions options = (flags & TcpFlags.SYN) != 0 ? new TcpOptions(1460, SCALE, true, true) : TcpOptions.NONE;
        book.seen(new TcpSegment(from, to, seq & 0xFFFF_FFFFL, ack & 0xFFFF_FFFFL, flags, window, payload, options),
                sighting(micros));
        return this;
    }

    static WireEnd end(String address, int port) {
        return new WireEnd(WireAddress.of(InetAddress.ofLiteral(address)), port);
    }

    /// One line for each packet found.
    List<String> packets() {
        List<String> lines = new ArrayList<>();
        for (Found each : found) {
            String whose = each.connection() + "." + each.attempt() + " ";
            if (each.body() instanceof PacketEvent.SegmentSeen seen) {
                lines.add(whose + (seen.from() == Lane.CLIENT ? "> " : "< ") + TcpFlags.name(seen.flags()) + " " + seen.sequence()
                        + " "
                        + seen.acknowledgement() + " " + seen.payload() + (seen.again() ? " again" : ""));
            } else if (each.body() instanceof PacketEvent.ErrorSeen seen) {
                lines.add(whose + "! " + seen.meaning() + " from " + seen.offender());
            }
        }
        return lines;
    }

    private Sighting sighting(long micros) {
        return new Sighting(micros * 1000, 100, micros * 1000, 40, device, "eth" + device, false,
                ByteBuffer.wrap(new byte[] {0x45, 15}));
    }
}
