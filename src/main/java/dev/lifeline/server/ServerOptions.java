package dev.lifeline.server;

import dev.lifeline.text.AddressText;
import dev.lifeline.text.Durations;
import java.net.InetAddress;
import java.util.Objects;
import java.util.function.IntConsumer;

/// Settings of a [LoopbackServer].
///
/// @param address where to listen; a loopback address unless `exposed`
/// @param port 0 to 65535; 0 has the kernel choose a free one
/// @param backlog the length asked for of the accept queue, from 1; the kernel may use less (`somaxconn`)
/// @param behaviour what to do with a connection
/// @param maxConnections after how many accepted connections the listening socket is closed; 0 for no such limit
/// @param idleTimeoutNanos after how long without a byte in either direction a connection is closed, in nanoseconds;
///     at most [Durations#MAX_NANOS]
/// @param exposed whether an address that other machines can reach is allowed
/// @param onClosed told the number of each connection that is over, after its last event, on the loop's thread: must not block
/// @param rules that few need
public record ServerOptions(InetAddress address, int port, int backlog, Behaviour behaviour, int maxConnections,
        long idleTimeoutNanos, boolean exposed, IntConsumer onClosed, ServerRules rules) {

    /// The length of the accept queue that is asked for unless told otherwise.
    public static final int DEFAULT_BACKLOG = 128;

    /// The time that a silent client is kept unless told otherwise: one minute.
    public static final long DEFAULT_IDLE_TIMEOUT_NANOS = 60_000_000_000L;

    /// @throws IllegalArgumentException with one sentence, where a value cannot be meant
    public ServerOptions {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(behaviour, "behaviour");
        Objects.requireNonNull(onClosed, "onClosed");
        Objects.requireNonNull(rules, "rules");
        if (!exposed && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    AddressText.of(address) + " is no loopback address: other machines could reach the server");
        }
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("port " + port + " is outside 0 to 65535");
        }
        if (backlog < 1) {
            throw new IllegalArgumentException("a backlog of " + backlog + " is less than 1");
        }
        if (maxConnections < 0) {
            throw new IllegalArgumentException("a limit of " + maxConnections + " connections is negative");
        }
        if (idleTimeoutNanos <= 0 || idleTimeoutNanos > Durations.MAX_NANOS) {
            throw new IllegalArgumentException("an idle timeout of " + idleTimeoutNanos + " ns is outside 1 ns to one hour");
        }
    }

    /// Without rules that few need.
    public ServerOptions(InetAddress address, int port, int backlog, Behaviour behaviour, int maxConnections,
            long idleTimeoutNanos, boolean exposed, IntConsumer onClosed) {
        this(address, port, backlog, behaviour, maxConnections, idleTimeoutNanos, exposed, onClosed, ServerRules.NONE);
    }

    /// An echo server on a loopback address, with the usual limits.
    public static ServerOptions on(InetAddress address, int port) {
        return new ServerOptions(address, port, DEFAULT_BACKLOG, Behaviour.DEFAULT, 0, DEFAULT_IDLE_TIMEOUT_NANOS, false,
                number -> { });
    }

    /// The same with another length of the accept queue.
    public ServerOptions withBacklog(int length) {
        return new ServerOptions(address, port, length, behaviour, maxConnections, idleTimeoutNanos, exposed, onClosed, rules);
    }

    /// The same with another behaviour.
    public ServerOptions withBehaviour(Behaviour other) {
        return new ServerOptions(address, port, backlog, other, maxConnections, idleTimeoutNanos, exposed, onClosed, rules);
    }

    /// The same with a limit on accepted connections.
    public ServerOptions withMaxConnections(int limit) {
        return new ServerOptions(address, port, backlog, behaviour, limit, idleTimeoutNanos, exposed, onClosed, rules);
    }

    /// The same with another patience for silent clients.
    public ServerOptions withIdleTimeout(long nanos) {
        return new ServerOptions(address, port, backlog, behaviour, maxConnections, nanos, exposed, onClosed, rules);
    }

    /// The same with someone to tell when a connection is over.
    public ServerOptions withOnClosed(IntConsumer listener) {
        return new ServerOptions(address, port, backlog, behaviour, maxConnections, idleTimeoutNanos, exposed, listener, rules);
    }

    /// The same with rules that few need.
    public ServerOptions withRules(ServerRules other) {
        return new ServerOptions(address, port, backlog, behaviour, maxConnections, idleTimeoutNanos, exposed, onClosed, other);
    }
}
