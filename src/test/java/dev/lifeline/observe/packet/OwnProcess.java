package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A JVM of its own for what a process can only be as a whole: without a permission, or in another namespace.
final class OwnProcess {

    private OwnProcess() {
    }

    /// Whether this process is root.
    static boolean root() throws Exception {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status) && Files.readString(status).matches("(?s).*Uid:\\s+0\\s.*");
    }

    /// Runs a class of the tests.
    ///
    /// @param before the command that starts the JVM's command
    /// @return what it said, by lines
    static List<String> run(Class<?> main, List<String> options, String... before) throws Exception {
        Set<String> path = new LinkedHashSet<>();
        for (Class<?> each : List.of(PacketSource.class, main)) {
            path.add(Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
        }
        List<String> command = new ArrayList<>(List.of(before));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, path), main.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it ends");
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }
}
