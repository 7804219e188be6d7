package dev.lifeline.server.web;

import java.util.Objects;

/// Settings of a server of HTTP/1.1. Times in nanoseconds.
///
/// @param header how long the head of a request may take from its first byte on; 0 for as long as it likes
/// @param request how long a whole request may take, body included; 0 for as long as it likes
/// @param keepAlive how long a connection is kept between two requests; 0 keeps none
/// @param maxBody the largest body that is read, in bytes
/// @param workers threads for `/hash` and `/slow`, which then wait in a queue and not in the loop; 0 for none
/// @param fault done wrong on purpose
/// @param readBytes the most that one read takes: 1 shows a parser that is fed byte by byte
/// @param traced whether messages are told of at all; without, a measurement has something to compare with
public record WebSettings(long header, long request, long keepAlive, long maxBody, int workers, HttpFault fault, int readBytes,
        boolean traced) {

    private static final long SECOND = 1_000_000_000;

    /// The most that one read takes, where nothing else is said.
    static final int MOST_READ = 16 * 1024;

    /// The usual ones: 10 s for a head, 30 s for a request, 5 s between two, as servers in the field have them.
    public static final WebSettings USUAL = new WebSettings(10 * SECOND, 30 * SECOND, 5 * SECOND, 1L << 30, 0, HttpFault.NONE, MOST_READ, true);

    /// The most threads.
    public static final int MOST_WORKERS = 64;

    public WebSettings {
        Objects.requireNonNull(fault, "fault");
        if (header < 0 || request < 0 || keepAlive < 0 || maxBody < 0 || workers < 0 || workers > MOST_WORKERS
                || readBytes < 1 || readBytes > MOST_READ) {
            throw new IllegalArgumentException("a setting of the HTTP server is out of range");
        }
    }

    /// The same with something done wrong.
    public WebSettings withFault(HttpFault other) {
        return new WebSettings(header, request, keepAlive, maxBody, workers, other, readBytes, traced);
    }

    /// The same with threads for the work.
    public WebSettings withWorkers(int count) {
        return new WebSettings(header, request, keepAlive, maxBody, count, fault, readBytes, traced);
    }

    /// The same with other clocks.
    public WebSettings withTimeouts(long forHeader, long forRequest, long between) {
        return new WebSettings(forHeader, forRequest, between, maxBody, workers, fault, readBytes, traced);
    }

    /// The same with another bound for bodies.
    public WebSettings withMaxBody(long bytes) {
        return new WebSettings(header, request, keepAlive, bytes, workers, fault, readBytes, traced);
    }

    /// The same, told of or not.
    public WebSettings withTrace(boolean told) {
        return new WebSettings(header, request, keepAlive, maxBody, workers, fault, readBytes, told);
    }

    /// The same with smaller reads.
    public WebSettings withReads(int most) {
        return new WebSettings(header, request, keepAlive, maxBody, workers, fault, most, traced);
    }
}
