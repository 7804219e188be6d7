package dev.lifeline.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process of its own, for what only a whole process can be: another user, in another namespace, without native access.
public final class ChildJvm {

    public static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";
    private static final int PATIENCE_SECONDS = 120;

    private ChildJvm() {
    }

    /// How a process ended, and what it wrote.
    public record Ended(int exit, String text) {
    }

    /// Whether this process may make namespaces and processes of other users.
    public static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /// Runs a program of the tests, which must end well.
    ///
    /// @param before the command that starts the JVM's command
    /// @param options of the JVM
    /// @param program has a `main`
    /// @return the lines that it wrote
    public static List<String> run(List<String> before, List<String> options, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", classes(program) + File.pathSeparator + classes(SystemCalls.class), program.getName()));
        command.addAll(List.of(arguments));
        Ended ended = run(command);
        assertEquals(0, ended.exit(), ended.text());
        return ended.text().lines().toList();
    }

    /// Runs a command to its end.
    public static Ended run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("lifeline", ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertTrue(ended, () -> "did not end: " + command + "\n" + text);
            return new Ended(process.exitValue(), text);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    /// Where a class of the project was compiled to: another user may not be able to read that.
    public static Path classes(Class<?> one) {
        try {
            return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
