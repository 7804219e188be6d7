package dev.lifeline.linux.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A Java program of its own in a network and mount namespace of its own, where routes and files can be changed and nothing gets out.
public final class Namespace {

    private static final int PATIENCE_SECONDS = 30;
    private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    private Namespace() {
    }

    /// Runs a program there to its end.
    ///
    /// @param setUp shell commands, each of which must succeed, with `lo` up already
    /// @param program has a `main`
    /// @return the lines that it wrote
    public static List<String> run(String setUp, Class<?> program, String... arguments) throws IOException, InterruptedException {
        String flags = System.getProperty("user.name").equals("root") ? "-nm" : "-Urnm";
        Run probe = start(List.of("unshare", flags, "sh", "-c", "ip link set lo up"));
        assumeTrue(probe.exit() == 0, () -> "no own network namespace here: " + probe.text());
        List<String> command = new ArrayList<>(List.of("unshare", flags, "sh", "-c", "set -e; ip link set lo up; " + setUp + "; exec \"$@\"",
                "sh"));
        command.addAll(java(program));
        command.addAll(List.of(arguments));
        Run run = start(command);
        assertEquals(0, run.exit(), run.text());
        return run.text().lines().toList();
    }

    /// Runs a program as a user without any privilege, where this one has all of them; else as this one.
    public static List<String> withoutPrivilege(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--bounding-set", "-all"));
        }
        command.addAll(java(program));
        command.addAll(List.of(arguments));
        Run run = start(command);
        assertEquals(0, run.exit(), run.text());
        return run.text().lines().toList();
    }

    /// Runs a program in a JVM that was started without the permission to make native calls.
    public static List<String> withoutNativeAccess(Class<?> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java(program));
        command.set(command.indexOf(NATIVE_ACCESS), "--illegal-native-access=deny");
        Run run = start(command);
        assertEquals(0, run.exit(), run.text());
        return run.text().lines().toList();
    }

    private static List<String> java(Class<?> program) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                NATIVE_ACCESS, "-cp", place(program) + ":" + place(RouteQuery.class), program.getName());
    }

    private static Path place(Class<?> one) {
        try {
            return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private record Run(int exit, String text) {
    }

    private static Run start(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("namespace", ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertTrue(ended, () -> "did not end: " + command + "\n" + text);
            return new Run(process.exitValue(), text);
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
