package dev.lifeline.observe.route;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.route.TcpMetrics;
import dev.lifeline.model.Endpoint;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.UnavailableException;
import java.net.InetAddress;

/// The kernel's memory of round-trip times, of the network namespace of the thread that opened it. It is no observer: a race asks
/// it before it begins. Threads: any.
public final class RoundTripHistory implements AutoCloseable {

    /// A race waits for the answer, which takes microseconds where all is well.
    private static final long TIMEOUT_NANOS = 50_000_000;

    private final TcpMetrics metrics;

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

    /// The time to a destination; `null` where the kernel remembers none, and for this machine itself: nothing is lost on that way, and
    /// how long a SYN took says nothing about when to try another address.
    public TcpMetrics.RoundTrip to(Endpoint destination) {
        InetAddress address = InetAddress.ofLiteral(NumericText.withoutZone(destination.address()));
        return address.isLoopbackAddress() ? null : metrics.to(address);
    }

    @Override
    public void close() {
        metrics.close();
    }
}
