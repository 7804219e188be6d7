package dev.lifeline.observe.portable;

import dev.lifeline.model.Evidence;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Availability.Available;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.EvidenceSource;
import dev.lifeline.text.AddressText;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// All sources that need nothing but the JDK.
public final class PortableSources {

    private PortableSources() {
    }

    /// In the order in which a person should read them.
    public static List<EvidenceSource> all() {
        return List.of(
                source("application calls", Evidence.APPLICATION, "every call of client and server, before and after", PortableSources::clock),
                source("system's address order", Evidence.APPLICATION, "lookup: the order that other programs see", PortableSources::order),
                source("hosts file", Evidence.APPLICATION, "lookup: whether a name is local", PortableSources::hostsFile),
                source("route by datagram", Evidence.APPLICATION, "route: source address; sends no packet", PortableSources::route),
                source("loopback over IPv4", Evidence.APPLICATION, "connect --serve, serve", () -> LoopbackProbe.of("127.0.0.1")),
                source("loopback over IPv6", Evidence.APPLICATION, "connect --serve, serve", () -> LoopbackProbe.of("::1")));
    }

    private static EvidenceSource source(String name, Evidence grade, String purpose, Supplier<Availability> probe) {
        return new ProbedSource(name, grade, purpose, probe);
    }

    private record ProbedSource(String name, Evidence grade, String purpose, Supplier<Availability> prober) implements EvidenceSource {
        @Override
        public Availability probe() {
            return prober.get();
        }
    }

    private static Availability clock() {
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < 1000; i++) {
            long first = System.nanoTime();
            long second = System.nanoTime();
            while (second == first) {
                second = System.nanoTime();
            }
            smallest = Math.min(smallest, second - first);
        }
        return new Available("System.nanoTime, steps of " + smallest + " ns");
    }

    private static Availability order() {
        return "system".equals(System.getProperty("java.net.preferIPv6Addresses"))
                ? new Available("addresses come in the order of the system's resolver")
                : new Unavailable("Java puts IPv4 first and hides the system's order", "start with -Djava.net.preferIPv6Addresses=system");
    }

    private static Availability hostsFile() {
        String windows = System.getenv("SystemRoot");
        Path file = windows == null ? Path.of("/etc/hosts") : Path.of(windows, "System32", "drivers", "etc", "hosts");
        return Files.isReadable(file)
                ? new Available(file + " is readable")
                : new Unavailable(file + " cannot be read", null);
    }

    private static Availability route() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress(loopback, 9));
            InetAddress source = ((InetSocketAddress) channel.getLocalAddress()).getAddress();
            return NetworkInterface.getByInetAddress(source) == null
                    ? new Unavailable("no interface has the source address " + AddressText.of(source),
                            LoopbackRemedy.of(source instanceof Inet6Address))
                    : new Available("to " + AddressText.of(loopback) + ": source " + AddressText.of(source));
        } catch (IOException e) {
            return new Unavailable("a connected datagram socket failed: " + e.getMessage(),
                    LoopbackRemedy.of(loopback instanceof Inet6Address));
        }
    }
}
