package dev.lifeline.play.pool;

import java.net.InetSocketAddress;
import java.util.Objects;

/// Settings of a [WorkerPool].
///
/// @param address where to listen
/// @param backlog the length asked for of the accept queue
/// @param workers from 1
/// @param boss whether one thread accepts for all workers
/// @param queue connections that wait for a worker at most, from 1; 0 without a boss
/// @param closesWhenFull whether a connection for which the queue has no room is accepted and closed
/// @param handler what happens with a request
/// @param keepAlive whether a connection has more than one request
public record PoolPlan(InetSocketAddress address, int backlog, int workers, boolean boss, int queue, boolean closesWhenFull,
                       Handler handler, boolean keepAlive) {

    public PoolPlan {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(handler, "handler");
    }
}
