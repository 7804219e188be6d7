package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A process of its own without `CAP_NET_RAW`, without native access, and in a user namespace.
class NoPermissionTest {

    @Test
    void withoutThePermissionTheReasonAndTheRemedyAreSaid() throws Exception {
        assumeTrue(root(), "setpriv takes a permission away only from one who may");
        List<String> said = run("setpriv", "--bounding-set=-net_raw");

        assertTrue(said.getFirst().startsWith("probe unavailable: a packet socket needs CAP_NET_RAW (socket: EPERM) | sudo trace"),
                said.toString());
        assertTrue(said.getLast().startsWith("start unavailable: a packet socket needs CAP_NET_RAW (socket: EPERM) | sudo trace"),
                said.toString());
    }

    @Test
    void inAUserNamespaceEverybodyMay() throws Exception {
        assumeTrue(root(), "whether an ordinary user may have a user namespace is up to the system");
        List<String> said = run("setpriv", "--reuid=65534", "--clear-groups", "unshare", "-Urn");

        assertTrue(said.getFirst().startsWith("probe available"), said.toString());
        assertEquals("start available", said.getLast());
    }

    private static boolean root() throws Exception {
        return Files.exists(Path.of("/proc/self/status"))
                && Files.readString(Path.of("/proc/self/status")).matches("(?s).*Uid:\\s+0\\s.*");
    }

    private static List<String> run(String... before) throws Exception {
        Set<String> path = new LinkedHashSet<>();
        for (Class<?> each : List.of(PacketSource.class, NoPermissionTest.class)) {
            path.add(Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
        }
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", String.join(File.pathSeparator, path), Asking.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it ends");
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }

    /// Asks the source and says what it answers.
    static final class Asking {
        private Asking() {
        }

        public static void main(String[] none) {
            say("probe", new PacketSource().probe());
            try {
                new PacketSource().start(new Subject(new Recorder(TraceClock.start()), Mode.LOOPBACK, 0, 1)).close();
                System.out.println("start available");
            } catch (UnavailableException e) {
                say("start", e.why());
            }
        }

        private static void say(String what, Availability answer) {
            System.out.println(what + switch (answer) {
                case Availability.Available available -> " available: " + available.gives();
                case Availability.Unavailable not -> " unavailable: " + not.reason() + " | " + not.enable();
            });
        }
    }
}
