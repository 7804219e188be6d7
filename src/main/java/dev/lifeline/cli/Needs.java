package dev.lifeline.cli;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.SystemCalls;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.EvidenceSource;
import dev.lifeline.observe.sandbox.SandboxSource;
import dev.lifeline.run.Sources;
import dev.lifeline.run.dns.PrivateNames;
import dev.lifeline.scenario.Scenario;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Whether this machine has what a scenario needs: tried for real, each at most once.
///
/// Not for several threads at once.
final class Needs {

    private static final Path UNPRIVILEGED = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
    private static final Path STATUS = Path.of("/proc/self/status");

    private final Map<String, Availability> tried = new HashMap<>();
    private final Function<String, Availability> trial;

    Needs() {
        this(Needs::attempt);
    }

    /// @param trial tries one of the words of [dev.lifeline.scenario.Vocabulary#NEEDS]
    Needs(Function<String, Availability> trial) {
        this.trial = trial;
    }

    /// Something that is needed and not there.
    ///
    /// @param need its word in the scenario's file
    /// @param reason why it is not there
    /// @param enable what would make it available, or `null` where nothing on this machine would
    record Missing(String need, String reason, String enable) {

        /// All of it in one line.
        String sentence() {
            return need + ": " + reason + (enable == null ? "" : "; to enable: " + enable);
        }
    }

    /// The first of the scenario's needs that is not there, or `null` where all are.
    Missing missing(Scenario scenario) {
        for (String need : scenario.needs()) {
            if (tried.computeIfAbsent(need, trial) instanceof Availability.Unavailable not) {
                return new Missing(need, not.reason(), not.enable());
            }
        }
        return null;
    }

    private static Availability attempt(String need) {
        return switch (need) {
            case "linux" -> linux();
            case "ipv6" -> ipv6();
            case "resolver" -> PrivateNames.probe();
            case "privileged-ports" -> privilegedPorts();
            case "namespace" -> new SandboxSource().probe();
            case "root" -> root();
            default -> source(need);
        };
    }

    private static Availability source(String name) {
        for (EvidenceSource source : Sources.all()) {
            if (source.name().equals(name)) {
                return source.probe();
            }
        }
        return new Availability.Unavailable("this version of trace has no such source", null);
    }

    private static Availability linux() {
        String system = System.getProperty("os.name");
        if (!system.equals("Linux")) {
            return new Availability.Unavailable("the socket options that it uses are Linux's, and this is " + system, null);
        }
        try (Arena arena = Arena.ofConfined()) {
            SystemCalls.in(arena);
            return new Availability.Available("native calls");
        } catch (NativeException e) {
            return new Availability.Unavailable(e.getMessage(), "start Java with --enable-native-access=ALL-UNNAMED");
        }
    }

    private static Availability ipv6() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("::1"), 0));
            return new Availability.Available("::1");
        } catch (IOException e) {
            return new Availability.Unavailable("::1 cannot be listened on: " + e.getMessage(), null);
        }
    }

    private static Availability privilegedPorts() {
        try (BufferedReader reader = Files.newBufferedReader(UNPRIVILEGED)) {
            int first = Integer.parseInt(reader.readLine().strip());
            return first > 1 ? new Availability.Available("below " + first)
                    : new Availability.Unavailable("everybody may listen on every port here",
                            "sudo sysctl -w net.ipv4.ip_unprivileged_port_start=1024");
        } catch (IOException | NumberFormatException e) {
            return new Availability.Unavailable("this system does not say which ports are privileged", null);
        }
    }

    private static Availability root() {
        try (BufferedReader reader = Files.newBufferedReader(STATUS)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("Uid:")) {
                    // Real, effective, saved, file system: proc(5).
                    return line.substring(4).strip().split("\\s+")[1].equals("0") ? new Availability.Available("uid 0")
                            : new Availability.Unavailable("this is not the superuser", "sudo trace run");
                }
            }
        } catch (IOException e) {
            return new Availability.Unavailable("this system does not say who runs this: " + e.getMessage(), null);
        }
        return new Availability.Unavailable("this system does not say who runs this", null);
    }
}
