package dev.lifeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.TraceClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// A real server with its recorder, and questions about what it recorded. Every wait ends after [#PATIENCE_NANOS].
final class ServerFixture implements AutoCloseable {

    static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final int PATIENCE_MILLIS = 20_000;

    final Recorder recorder = new Recorder(TraceClock.start());
    final Gates gates = new Gates();
    final LoopbackServer server;

    ServerFixture(String behaviour) throws StageFailure, InterruptedException {
        this(options -> options.withBehaviour(Behaviour.parse(behaviour)));
    }

    ServerFixture(UnaryOperator<ServerOptions> change) throws StageFailure, InterruptedException {
        server = LoopbackServer.open(lane(recorder), gates, change.apply(ServerOptions.on(InetAddress.getLoopbackAddress(), 0)));
    }

    static LaneRecorder lane(Recorder recorder) {
        return new LaneRecorder(recorder, Lane.SERVER, 0, 0);
    }

    InetSocketAddress address() {
        Endpoint at = server.address();
        return new InetSocketAddress(at.address(), at.port());
    }

    /// A client that is connected, and never waits for long.
    Socket client() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(address(), PATIENCE_MILLIS);
        return socket;
    }

    /// The first event that is like this, as soon as there is one.
    TraceEvent await(String what, Predicate<TraceEvent> like) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        long next = 0;
        while (true) {
            for (TraceEvent event : recorder.from(next)) {
                if (like.test(event)) {
                    return event;
                }
                next = event.sequence() + 1;
            }
            long left = deadline - System.nanoTime();
            assertTrue(left > 0, () -> "never recorded: " + what + "\n" + dump());
            recorder.await(next, left);
        }
    }

    <T extends EventBody> TraceEvent await(Class<T> type) throws InterruptedException {
        return await(type.getSimpleName(), event -> type.isInstance(event.body()));
    }

    void awaitOver(int connections) throws InterruptedException {
        assertTrue(server.awaitConnections(connections, PATIENCE_NANOS), this::dump);
    }

    <T extends EventBody> List<T> all(int connection, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (TraceEvent event : recorder.from(0)) {
            if (event.connection() == connection && type.isInstance(event.body())) {
                found.add(type.cast(event.body()));
            }
        }
        return found;
    }

    /// The outcomes of a stage of one connection, in order.
    List<Outcome> outcomes(int connection, Stage stage) {
        return all(connection, StageEvent.Finished.class).stream()
                .filter(finished -> finished.stage() == stage).map(StageEvent.Finished::outcome).toList();
    }

    Outcome outcome(int connection, Stage stage) {
        List<Outcome> outcomes = outcomes(connection, stage);
        assertEquals(1, outcomes.size(), () -> stage + dump());
        return outcomes.getFirst();
    }

    /// The time of the end of a stage of one connection, in nanoseconds of the trace.
    long end(int connection, Stage stage) {
        long end = 0;
        for (TraceEvent event : recorder.from(0)) {
            if (event.connection() == connection && event.body() instanceof StageEvent body && body.stage() == stage) {
                end = event.at();
            }
        }
        return end;
    }

    /// The time between the beginning and the end of a stage of one connection, in nanoseconds.
    long took(int connection, Stage stage) {
        long started = 0;
        long ended = 0;
        for (TraceEvent event : recorder.from(0)) {
            if (event.connection() == connection && event.body() instanceof StageEvent body && body.stage() == stage) {
                started = body instanceof StageEvent.Started ? event.at() : started;
                ended = event.at();
            }
        }
        return ended - started;
    }

    Outcome.Closed closed(int connection) {
        return (Outcome.Closed) outcome(connection, Stage.CLOSE);
    }

    Failure failure(int connection, Stage stage) {
        List<Failure> failures = all(connection, StageEvent.Failed.class).stream()
                .filter(failed -> failed.stage() == stage).map(StageEvent.Failed::failure).toList();
        assertEquals(1, failures.size(), () -> stage + dump());
        return failures.getFirst();
    }

    /// The labels of the stages of a connection that were started, in order.
    List<String> stages(int connection) {
        return all(connection, StageEvent.Started.class).stream().map(started -> started.stage().label()).toList();
    }

    /// Closes the server, and asserts that each stage that began has exactly one end, of the same stage and connection.
    @Override
    public void close() {
        server.close();
        TreeMap<Long, TraceEvent> open = new TreeMap<>();
        for (TraceEvent event : recorder.from(0)) {
            switch (event.body()) {
                case StageEvent.Started started -> open.put(event.sequence(), event);
                case StageEvent.Finished finished -> ends(open.remove(finished.started()), event, finished);
                case StageEvent.Failed failed -> ends(open.remove(failed.started()), event, failed);
                default -> { }
            }
        }
        assertTrue(open.isEmpty(), () -> "never ended: " + open + "\n" + dump());
    }

    private void ends(TraceEvent started, TraceEvent ended, StageEvent body) {
        assertTrue(started != null, () -> "ended without a beginning: " + ended + "\n" + dump());
        assertEquals(((StageEvent.Started) started.body()).stage(), body.stage(), this::dump);
        assertEquals(started.connection(), ended.connection(), this::dump);
        assertTrue(started.at() <= ended.at(), () -> "ended before it began: " + ended);
    }

    String dump() {
        StringBuilder out = new StringBuilder("\nrecorded:\n");
        for (TraceEvent event : recorder.from(0)) {
            out.append(event.sequence()).append(' ').append(event.connection()).append(' ').append(event.body()).append('\n');
            if (out.length() > 20_000) {
                return out.append("...").toString();
            }
        }
        return out.toString();
    }
}
