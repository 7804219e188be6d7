package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.Awaited;
import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Real sockets, the events that their programs would record, and the observer that hears of them.
final class Traced implements AutoCloseable {

    private final Recorder recorder = new Recorder(TraceClock.start());
    private final LaneRecorder client = new LaneRecorder(recorder, Lane.CLIENT, 0, 0);
    private final LaneRecorder server = new LaneRecorder(recorder, Lane.SERVER, 0, 0);
    private final Observer observer;
    private final Loopback loopback;

    /// Starts one that is like any other.
    interface Start {
        Observer on(Subject subject) throws IOException, UnavailableException;
    }

    Traced(Mode mode, int connections, Loopback loopback) throws IOException, UnavailableException {
        this(mode, connections, loopback, new SockDiagSource()::start);
    }

    Traced(Mode mode, int connections, Loopback loopback, Start start) throws IOException, UnavailableException {
        this.loopback = loopback;
        observer = start.on(new Subject(recorder, mode, loopback.address().getPort(), connections));
        recorder.listener(observer::saw);
        if (mode != Mode.CLIENT) {
            long bind = server.started(Stage.BIND, Endpoint.of(loopback.address()), null);
            server.finished(Stage.BIND, bind, new Outcome.Listening(Endpoint.of(loopback.address()), 5));
        }
    }

    LaneRecorder client(int connection) {
        return client.connection(connection);
    }

    LaneRecorder server(int connection) {
        return server.connection(connection);
    }

    /// The client's tuple.
    FourTuple tuple(SocketChannel channel) throws IOException {
        return EndpointConversion.tuple((InetSocketAddress) channel.getLocalAddress(), loopback.address());
    }

    long connecting(int connection, int attempt) throws IOException {
        return client(connection).attempt(attempt).started(Stage.CONNECT, null, Endpoint.of(loopback.address()));
    }

    void connected(long started, int connection, int attempt, SocketChannel channel) throws IOException {
        client(connection).attempt(attempt).finished(Stage.CONNECT, started, new Outcome.Connected(tuple(channel)));
    }

    /// Connects for real, and says so.
    SocketChannel connect(int connection) throws IOException {
        long started = connecting(connection, 1);
        SocketChannel channel = loopback.connect();
        connected(started, connection, 1, channel);
        return channel;
    }

    void connectFailed(long started, int connection, int attempt) throws IOException {
        client(connection).attempt(attempt).failed(Stage.CONNECT, started,
                new Failure(ErrorCode.ETIMEDOUT, Operation.CONNECT, null, Endpoint.of(loopback.address()), null));
    }

    void accepted(int number, FourTuple clients) {
        server(number).finished(Stage.ACCEPT, -1, new Outcome.Accepted(clients.reversed(), 1, 1));
    }

    /// Accepts for real, and says so.
    SocketChannel accept(int number) throws IOException {
        SocketChannel channel = loopback.accept();
        accepted(number, EndpointConversion.tuple((InetSocketAddress) channel.getRemoteAddress(), loopback.address()));
        return channel;
    }

    /// What the observer has recorded until now.
    List<TraceEvent> kernel() {
        List<TraceEvent> kernel = new ArrayList<>();
        for (TraceEvent event : recorder.from(0)) {
            if (event.lane() == Lane.KERNEL) {
                kernel.add(event);
            }
        }
        return kernel;
    }

    List<SocketSeen> seen(Lane end) {
        List<SocketSeen> seen = new ArrayList<>();
        for (TraceEvent event : kernel()) {
            if (event.body() instanceof SocketSeen one && one.end() == end) {
                seen.add(one);
            }
        }
        return seen;
    }

    <T extends KernelEvent> List<T> all(Class<T> kind) {
        List<T> all = new ArrayList<>();
        for (TraceEvent event : kernel()) {
            if (kind.isInstance(event.body())) {
                all.add(kind.cast(event.body()));
            }
        }
        return all;
    }

    /// Waits until the observer has recorded such an event.
    TraceEvent await(String what, Predicate<TraceEvent> wanted) {
        return Awaited.value(what, () -> {
            for (TraceEvent event : kernel()) {
                if (wanted.test(event)) {
                    return event;
                }
            }
            return null;
        });
    }

    /// Waits for the last figures of one end of a connection, which the kernel sends when it has the time.
    SocketSeen awaitDestroyed(Lane end) {
        return (SocketSeen) await("the last figures of the " + end.label(), event -> event.body() instanceof SocketSeen seen
                && seen.end() == end && seen.occasion() == Occasion.DESTROYED).body();
    }

    boolean allAreKernelEvents() {
        for (TraceEvent event : kernel()) {
            if (event.evidence() != Evidence.KERNEL) {
                return false;
            }
        }
        return true;
    }

    /// Ends the observation; what it recorded stays.
    void end() {
        observer.close();
        recorder.listener(null);
    }

    @Override
    public void close() {
        end();
    }
}
