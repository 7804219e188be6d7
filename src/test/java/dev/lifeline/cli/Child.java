package dev.lifeline.cli;

import dev.lifeline.cli.start.Main;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The program in a process of its own.
public final class Child {

    private static final int SIGINT = 2;

    private Child() {
    }

    /// The command that runs `trace` with these arguments, deaf to nothing.
    public static List<String> trace(String... args) throws IOException {
        return java(List.of("--enable-native-access=ALL-UNNAMED"), args);
    }

    /// The same with other options for Java than the one that the jar's manifest stands for.
    public static List<String> java(List<String> options, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of("env"));
        if (interruptIsIgnoredHere()) {
            // A shell that runs the tests in the background makes them and their children deaf to Ctrl-C.
            command.add("--default-signal=INT");
        }
        // Settings of whoever runs the tests are theirs.
        command.add("XDG_CONFIG_HOME=" + Path.of(System.getProperty("java.io.tmpdir"), "no-settings"));
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-cp", classPath(), "-Dtrace.tty.out=false", "-Dtrace.tty.err=false"));
        command.addAll(options);
        command.add(Main.class.getName());
        command.addAll(Arrays.asList(args));
        return command;
    }

    private static boolean interruptIsIgnoredHere() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            String ignored = lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElse("SigIgn: 0").substring(7).strip();
            return (Long.parseUnsignedLong(ignored, 16) & 1 << SIGINT - 1) != 0;
        }
    }

    /// Where the product's own classes and libraries come from, however the tests were started.
    private static String classPath() {
        List<String> places = new ArrayList<>();
        for (Class<?> each : List.of(Main.class, picocli.CommandLine.class, tools.jackson.core.json.JsonFactory.class,
                org.HdrHistogram.Histogram.class, org.jline.jansi.Ansi.class,
                org.jline.terminal.Terminal.class, org.jline.reader.LineReader.class, org.jline.terminal.impl.jni.JniTerminalProvider.class,
                org.jline.nativ.JLineNativeLoader.class, org.snakeyaml.engine.v2.api.LoadSettings.class)) {
            places.add(Path.of(URI.create(each.getProtectionDomain().getCodeSource().getLocation().toString())).toString());
        }
        return String.join(File.pathSeparator, places);
    }
}
