package dev.lifeline.play;

import dev.lifeline.linux.KernelParameter;
import dev.lifeline.scenario.word.PortsText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Ranges of local ports: those that are written, and free ones for those that only say how many. Threads: any.
///
/// The kernel only narrows the ephemeral range of its network namespace: what lies outside it has no effect
/// (`IP_LOCAL_PORT_RANGE` of ip(7)).
public final class PortRanges {

    private static final Path EPHEMERAL = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final int TRIALS = 200;
    private static final int APART = 8192;
    private static final AtomicInteger NEXT = new AtomicInteger(ThreadLocalRandom.current().nextInt(APART));

    private final Map<Integer, PortsText> chosen = new HashMap<>();

    /// The range that is meant; the same for all who ask for as many.
    ///
    /// @throws IOException when so many free ports next to each other are not found
    public synchronized PortsText of(String text) throws IOException {
        PortsText ports = PortsText.parse(text);
        if (!ports.chosen()) {
            return ports;
        }
        PortsText known = chosen.get(ports.count());
        if (known == null) {
            known = free(ports.count());
            chosen.put(ports.count(), known);
        }
        return known;
    }

    /// Finds a port that is free at an address and that the kernel gives to nobody by itself, because it lies below the ephemeral range:
    /// it stays free until it is wanted, also where many plays run at once.
    ///
    /// @return 0 where none was found
    static int apart(InetAddress address) {
        try {
            int end = ephemeral().first();
            for (int i = 0; i < TRIALS && end > 2 * APART; i++) {
                int port = end - 1 - Math.floorMod(NEXT.getAndIncrement(), APART);
                try (ServerSocket trial = new ServerSocket(port, 1, address)) {
                    return trial.getLocalPort();
                } catch (IOException taken) {
                    // The next one, then.
                }
            }
        } catch (IOException e) {
            // The range is not known.
        }
        return 0;
    }

    private static PortsText free(int count) throws IOException {
        PortsText ephemeral = ephemeral();
        if (count > ephemeral.count()) {
            throw new IOException("this machine has only " + ephemeral.count() + " ephemeral ports");
        }
        for (int i = 0; i < TRIALS; i++) {
            int first = ThreadLocalRandom.current().nextInt(ephemeral.first(), ephemeral.last() - count + 2);
            if (areFree(first, count)) {
                return new PortsText(first, first + count - 1);
            }
        }
        throw new IOException("no " + count + " free ports next to each other were found");
    }

    private static PortsText ephemeral() throws IOException {
        String text = KernelParameter.read(EPHEMERAL);
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        try {
            return PortsText.parse(text.substring(0, end) + "-" + text.substring(end).strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(EPHEMERAL + " does not hold a range of ports", e);
        }
    }

    private static boolean areFree(int first, int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int port = first; port < first + count; port++) {
                ServerSocket socket = new ServerSocket();
                held.add(socket);
                socket.setReuseAddress(false);
                socket.bind(new InetSocketAddress((InetAddress) null, port), 1);
            }
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            for (ServerSocket each : held) {
                try {
                    each.close();
                } catch (IOException e) {
                    // The descriptor is given back all the same: close(2).
                }
            }
        }
    }
}
