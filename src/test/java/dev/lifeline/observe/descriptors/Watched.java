package dev.lifeline.observe.descriptors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.client.Dialed;
import dev.lifeline.client.Dialer;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.Subject;
import dev.lifeline.race.Personality;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import dev.lifeline.server.LoopbackServer;
import dev.lifeline.server.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A run of real clients and servers with the source at work.
final class Watched implements AutoCloseable {

    static final long CONNECT_NANOS = 20_000_000_000L;

    final Recorder recorder = new Recorder(TraceClock.start());
    final Observer observer;
    private LoopbackServer server;

    Watched(Mode mode) throws Exception {
        observer = new DescriptorSource().start(new Subject(recorder, mode, 0, 1));
        recorder.listener(observer::saw);
    }

    Endpoint serve(String address) throws Exception {
        server = LoopbackServer.open(new LaneRecorder(recorder, Lane.SERVER, 0, 0), new Gates(),
                ServerOptions.on(InetAddress.ofLiteral(address), 0));
        return server.address();
    }

    Dialer dialer(int connection, long nanos) {
        return new Dialer(new LaneRecorder(recorder, Lane.CLIENT, connection, 0), new Gates(), Personality.RFC8305, null, nanos);
    }

    Dialed dial(int connection, Endpoint... candidates) throws Exception {
        return dialer(connection, CONNECT_NANOS).dial(List.of(candidates));
    }

    /// Waits until the server's loop has seen the end of so many connections.
    void awaitServed(int connections) throws InterruptedException {
        if (!server.awaitConnections(connections, CONNECT_NANOS)) {
            throw new AssertionError("the server did not see the end of " + connections + " connections");
        }
    }

    /// All events of a kind, in order of arrival.
    <T extends EventBody> List<TraceEvent> events(Class<T> kind) {
        List<TraceEvent> found = new ArrayList<>();
        for (TraceEvent event : recorder.from(0)) {
            if (kind.isInstance(event.body())) {
                found.add(event);
            }
        }
        return found;
    }

    /// How many sockets of clients were found.
    long connecting() {
        return events(KernelEvent.DescriptorFound.class).stream()
                .filter(event -> ((KernelEvent.DescriptorFound) event.body()).end() == Lane.CLIENT).count();
    }

    /// The one descriptor that was found for this purpose.
    TraceEvent found(String purpose) {
        List<TraceEvent> found = events(KernelEvent.DescriptorFound.class);
        found.removeIf(event -> !((KernelEvent.DescriptorFound) event.body()).purpose().label().equals(purpose));
        if (found.size() != 1) {
            throw new AssertionError("not one " + purpose + " but " + found);
        }
        return found.getFirst();
    }

    /// Finds that no socket is open that was not before. One of an earlier test may have gone meanwhile: the kernel gives some back late.
    static void assertNoneLeft(Map<Integer, String> before) throws IOException {
        Map<Integer, String> left = sockets();
        left.entrySet().removeAll(before.entrySet());
        assertEquals(Map.of(), left, "left open");
    }

    /// The open sockets of this process by number, as `socket:[inode]`.
    static Map<Integer, String> sockets() throws IOException {
        Map<Integer, String> sockets = new TreeMap<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path link : links) {
                try {
                    String target = Files.readSymbolicLink(link).toString();
                    if (target.startsWith("socket:")) {
                        sockets.put(Integer.parseInt(link.getFileName().toString()), target);
                    }
                } catch (NoSuchFileException e) {
                    // Closed between the list and the look.
                }
            }
        }
        return sockets;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        observer.close();
    }
}
