package dev.lifeline.observe.route;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.route.TcpMetrics;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.UnavailableException;
import java.net.InetAddress;

/// The kernel's memory of round-trip times, of the network namespace of the thread that opened it. It is no observer: a race asks
/// it before it begins. Threads: any.
public final class RoundTripHistory implements AutoCloseable {

    /// A race waits for the answer, which takes microseconds where all is well.
    private static final long TIMEOUT_NANOS = 50_000_000;

    private final TcpMetrics metrics;

    /// The round-trip time to a destination.
    ///
    /// @param smoothed nanoseconds
    /// @param variation nanoseconds
    public record Remembered(long smoothed, long variation) {
    }

    private RoundTripHistory(TcpMetrics metrics) {
        this.metrics = metrics;
    }

    /// Opens a socket for questions.
    ///
    /// @throws UnavailableException when the kernel keeps no history, or may not be asked
    public static RoundTripHistory open() throws UnavailableException {
        try {
            return new RoundTripHistory(TcpMetrics.open(TIMEOUT_NANOS));
        } catch (NativeException e) {
            throw new UnavailableException(Unavailable.of(e));
        }
    }

    /// The time to a destination; `null` where the kernel remembers none.
    public Remembered to(InetAddress destination) {
        TcpMetrics.RoundTrip trip = metrics.to(destination);
        return trip == null ? null : new Remembered(trip.smoothed(), trip.variation());
    }

    @Override
    public void close() {
        metrics.close();
    }
}
