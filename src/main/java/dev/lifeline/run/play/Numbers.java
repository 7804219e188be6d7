package dev.lifeline.run.play;

import java.util.concurrent.atomic.AtomicInteger;

/// The connection numbers of a play: each lane counts its own, across all actors.
final class Numbers {

    private final AtomicInteger client = new AtomicInteger();
    private final AtomicInteger server = new AtomicInteger();

    int nextClient() {
        return client.incrementAndGet();
    }

    int nextServer() {
        return server.incrementAndGet();
    }
}
