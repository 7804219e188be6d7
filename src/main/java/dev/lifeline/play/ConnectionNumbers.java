package dev.lifeline.play;

import java.util.concurrent.atomic.AtomicInteger;

/// The connection numbers of a play: each lane counts its own, across all actors.
public final class ConnectionNumbers {

    private final AtomicInteger client = new AtomicInteger();
    private final AtomicInteger server = new AtomicInteger();

    public int nextClient() {
        return client.incrementAndGet();
    }

    public int nextServer() {
        return server.incrementAndGet();
    }
}
