package dev.lifeline.client;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.race.ConnectionRace;
import dev.lifeline.race.Personality;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Opens one connection: races the candidates on real sockets by the rules of a [Personality] and records every attempt.
///
/// Recorded are [RaceEvent.LeftOut] and [RaceEvent.Ordered] on the client, then for each attempt, under its number, the
/// BIND stage where a source is given, the CONNECT stage, and [RaceEvent.Won] or [RaceEvent.Abandoned]. An attempt that is
/// given up is not a failure of the network: `Abandoned` says why, and its open stage then ends with INTERRUPTED, so that
/// every Started has its end.
///
/// Threads: [#dial] once, on one thread; [#close] on any. An attempt that others can overtake runs on a thread of its own,
/// an attempt that stands alone on the caller's. What holds the lane holds all attempts together, before the first; the time for
/// the stage begins after that hold. What holds one attempt leaves the others to the race. After connect only the winner is held,
/// once the race is decided.
public final class Dialer implements AutoCloseable {

    private final LaneRecorder client;
    private final Gates gates;
    private final Personality personality;
    private final Origin origin;
    private final long connectTimeoutNanos;

    private final Object lock = new Object();
    private Thread dialing;
    private boolean closed;

    /// @param client the client's lane, with the number of the connection
    /// @param gates where the lane can be held
    /// @param source the local address to bind to (port 0: any), or `null`; a wildcard address binds the port alone
    /// @param connectTimeoutNanos how long all attempts together may take, in nanoseconds
    public Dialer(LaneRecorder client, Gates gates, Personality personality, InetSocketAddress source,
                  long connectTimeoutNanos) {
        this(client, gates, personality, source, SocketSetup.NONE, connectTimeoutNanos);
    }

    /// @param setup done to the socket of each attempt before it is bound or connected
    public Dialer(LaneRecorder client, Gates gates, Personality personality, InetSocketAddress source, SocketSetup setup,
                  long connectTimeoutNanos) {
        this.client = Objects.requireNonNull(client, "client");
        this.gates = Objects.requireNonNull(gates, "gates");
        this.personality = Objects.requireNonNull(personality, "personality");
        this.origin = new Origin(source, setup);
        this.connectTimeoutNanos = connectTimeoutNanos;
    }

    /// Connects. When it returns or throws, every channel but the winner's is closed and every stage is recorded.
    ///
    /// @param inSystemOrder numeric candidates in the resolver's order; at least one
    /// @throws StageFailure when all attempts failed; its cause is an [AttemptsFailed] that names each with its own error.
    ///     FAMILY_MISMATCH at ROUTE, without such a cause, when no candidate is of the source's family
    /// @throws InterruptedException when the thread is interrupted or [#close] was called
    public Dialed dial(List<Endpoint> inSystemOrder) throws StageFailure, InterruptedException {
        return dial(inSystemOrder, null, null);
    }

    /// The same for a name whose families were asked for apart, and with a delay that follows round-trip times.
    ///
    /// @param late the answer that may add candidates to the race, or `null`; it is given up when the race is over
    /// @param delays the delays that follow round-trip times, or `null`
    public Dialed dial(List<Endpoint> inSystemOrder, LateAnswer late, RaceDelays delays) throws StageFailure, InterruptedException {
        if (inSystemOrder.isEmpty()) {
            throw new IllegalArgumentException("nothing to connect to");
        }
        enter();
        Dialed dialed = null;
        try {
            List<Endpoint> kept = ofSourceFamily(inSystemOrder);
            ConnectionRace race = ConnectionRace.of(personality, kept, late != null,
                    delays == null ? Map.of() : delays.of(kept));
            client.mark(new RaceEvent.Ordered(personality.label(), race.candidates()));
            dialed = new LiveRace(client, gates, origin, connectTimeoutNanos, race).with(late, delays).run();
        } finally {
            leave(dialed);
        }
        return dialed;
    }

    /// Ends a [#dial] under way at once, as an interrupt of its thread does; later ones fail at once. Does not touch a
    /// connection that was already handed out.
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            if (dialing != null) {
                dialing.interrupt();
            }
        }
    }

    private void enter() throws InterruptedException {
        synchronized (lock) {
            if (closed) {
                throw new InterruptedException("the dialer is closed");
            }
            dialing = Thread.currentThread();
        }
    }

    /// From here on no interrupt of [#close] can come; one that came is used up here, and takes the connection with it.
    private void leave(Dialed dialed) throws InterruptedException {
        synchronized (lock) {
            dialing = null;
            if (!closed) {
                return;
            }
        }
        Thread.interrupted();
        if (dialed != null) {
            try {
                dialed.channel().close();
            } catch (IOException e) {
                // The descriptor is given back all the same: close(2).
            }
            throw new InterruptedException("the dialer was closed");
        }
    }

    private List<Endpoint> ofSourceFamily(List<Endpoint> candidates) throws StageFailure {
        if (origin.anyAddress()) {
            return candidates;
        }
        Endpoint local = Endpoint.of(origin.source());
        List<Endpoint> kept = new ArrayList<>(candidates.size());
        for (Endpoint each : candidates) {
            if (each.family() == local.family()) {
                kept.add(each);
            } else {
                client.mark(new RaceEvent.LeftOut(each, "the source address is " + local.family().label()));
            }
        }
        if (kept.isEmpty()) {
            Endpoint remote = candidates.getFirst();
            Failure failure = new Failure(ErrorCode.FAMILY_MISMATCH, Operation.ROUTE, local, remote, null);
            client.failed(Stage.ROUTE, client.started(Stage.ROUTE, local, remote), failure);
            throw new StageFailure(Stage.ROUTE, failure, null);
        }
        return kept;
    }
}
