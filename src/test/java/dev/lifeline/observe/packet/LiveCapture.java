package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.linux.packet.CaptureRoom;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.record.Failures;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// A run on real sockets that is captured, with the events that the traced programs would record.
final class LiveCapture implements AutoCloseable {

    /// More than [Others] make.
    private static final int BACKLOG = 4000;

    private static Availability availability;

    final Recorder recorder = new Recorder(TraceClock.start());
    private final Observer observer;

    /// Skips a test where this process may not capture.
    static void needsThePermission() {
        if (availability == null) {
            PacketSource source = new PacketSource();
            availability = source.prepare();
            try {
                // What was tried is given back without the wait for a run.
                source.start(new Subject(new Recorder(TraceClock.start()), Mode.LOOPBACK, 0, 1)).close();
            } catch (UnavailableException e) {
                availability = e.why();
            }
        }
        assumeTrue(availability instanceof Availability.Available, () -> availability.toString());
    }

    LiveCapture(Mode mode, int port) throws UnavailableException {
        this(mode, port, CaptureRoom.ORDINARY);
    }

    LiveCapture(Mode mode, int port, CaptureRoom room) throws UnavailableException {
        observer = new PacketSource(room).start(new Subject(recorder, mode, port, 1));
        recorder.listener(observer::saw);
    }

    /// A run of both sides.
    LiveCapture(CaptureLoop loop) {
        Subject subject = new Subject(recorder, Mode.LOOPBACK, 0, 1);
        loop.state().give(subject);
        observer = new PacketObserver(subject, loop);
        recorder.listener(observer::saw);
    }

    /// A server that listens, whose port the observer learns from its event.
    ServerSocketChannel listen(String address) throws IOException {
        LaneRecorder lane = new LaneRecorder(recorder, Lane.SERVER, 0, 0);
        ServerSocketChannel server = ServerSocketChannel.open();
        long started = lane.started(Stage.BIND, null, null);
        server.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0), BACKLOG);
        lane.finished(Stage.BIND, started, new Outcome.Listening(end(server.getLocalAddress()), BACKLOG));
        return server;
    }

    /// A traced connect; `null` where it failed.
    SocketChannel connect(int connection, InetSocketAddress to, int timeoutMillis) throws IOException {
        LaneRecorder lane = new LaneRecorder(recorder, Lane.CLIENT, connection, 1);
        SocketChannel channel = SocketChannel.open();
        long started = lane.started(Stage.CONNECT, null, Endpoint.of(to));
        try {
            channel.socket().connect(to, timeoutMillis);
            lane.finished(Stage.CONNECT, started, new Outcome.Connected(
                    new FourTuple(end(channel.getLocalAddress()), end(channel.getRemoteAddress()))));
            return channel;
        } catch (IOException e) {
            lane.failed(Stage.CONNECT, started, Failures.of(e, Operation.CONNECT, null, Endpoint.of(to)));
            channel.close();
            return null;
        }
    }

    /// A traced connect whose server accepts and resets before the program asks how it ended.
    void connectAndBeReset(int connection, ServerSocketChannel server) throws IOException {
        LaneRecorder lane = new LaneRecorder(recorder, Lane.CLIENT, connection, 1);
        Endpoint to = end(server.getLocalAddress());
        try (SocketChannel channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            long started = lane.started(Stage.CONNECT, null, to);
            channel.connect(server.getLocalAddress());
            SocketChannel accepted = accept(connection, server);
            accepted.setOption(StandardSocketOptions.SO_LINGER, 0);
            accepted.close();
            try {
                channel.finishConnect();
            } catch (IOException e) {
                lane.failed(Stage.CONNECT, started, Failures.of(e, Operation.CONNECT, null, to));
            }
        }
    }

    /// A traced accept.
    SocketChannel accept(int connection, ServerSocketChannel server) throws IOException {
        LaneRecorder lane = new LaneRecorder(recorder, Lane.SERVER, connection, 0);
        long started = lane.started(Stage.ACCEPT, null, null);
        SocketChannel channel = server.accept();
        lane.finished(Stage.ACCEPT, started, new Outcome.Accepted(
                new FourTuple(end(channel.getLocalAddress()), end(channel.getRemoteAddress())), 1, 1));
        return channel;
    }

    /// A line each way, then both close, the client first.
    static void converse(SocketChannel client, SocketChannel server) throws IOException {
        say(client, server);
        say(server, client);
        client.close();
        if (server.read(ByteBuffer.allocate(1)) != -1) {
            throw new IOException("more than was sent");
        }
        server.close();
    }

    private static void say(SocketChannel from, SocketChannel to) throws IOException {
        from.write(ByteBuffer.wrap(new byte[] {'p', 'i', 'n', 'g', '\n'}));
        ByteBuffer read = ByteBuffer.allocate(5);
        while (read.hasRemaining() && to.read(read) >= 0) {
            continue;
        }
    }

    /// Ends the capture and gives all events in the order of time.
    List<TraceEvent> end() {
        observer.close();
        recorder.listener(null);
        List<TraceEvent> events = new ArrayList<>(recorder.from(0));
        events.sort(TraceEvent.BY_TIME);
        return events;
    }

    @Override
    public void close() {
        observer.close();
    }

    static List<PacketEvent.SegmentSeen> segments(List<TraceEvent> events) {
        List<PacketEvent.SegmentSeen> found = new ArrayList<>();
        for (TraceEvent event : events) {
            if (event.body() instanceof PacketEvent.SegmentSeen seen) {
                found.add(seen);
            }
        }
        return found;
    }

    static List<KernelEvent.EvidenceLost> lost(List<TraceEvent> events) {
        List<KernelEvent.EvidenceLost> found = new ArrayList<>();
        for (TraceEvent event : events) {
            if (event.body() instanceof KernelEvent.EvidenceLost lost) {
                found.add(lost);
            }
        }
        return found;
    }

    /// Direction, kind and bytes; acknowledgements alone only where they end the handshake.
    static List<String> story(List<PacketEvent.SegmentSeen> segments) {
        List<String> story = new ArrayList<>();
        for (PacketEvent.SegmentSeen seen : segments) {
            String name = TcpFlags.name(seen.flags());
            boolean alone = name.equals("ACK") && seen.payload() == 0;
            if (!alone || story.size() == 2) {
                String again = seen.again() ? " again" : "";
                story.add((seen.from() == Lane.CLIENT ? "> " : "< ") + name + " " + seen.payload() + again);
            }
        }
        return story;
    }

    private static Endpoint end(java.net.SocketAddress address) {
        return Endpoint.of((InetSocketAddress) address);
    }
}
