package dev.lifeline.file;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.client.Resolver;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Replays, exports and checks mutated recordings and scenarios through the command line: `MutatedRuns COUNT SECONDS SEED`. None
/// may end with an internal error, take longer than seconds, or write a character that steers a terminal.
public final class MutatedRuns {

    private static final long NANOS = 1_000_000_000;
    private static final long LONGEST_SECONDS = 20;
    private static final List<String> VIEWS = List.of("waterfall", "ladder", "plain");

    private final Path folder;
    private final Map<Integer, Integer> codes = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private volatile long began;
    private volatile long seed;

    MutatedRuns(Path folder) {
        this.folder = folder;
    }

    /// Runs so many, or as long as it may.
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("mutated");
        MutatedRuns runs = new MutatedRuns(folder);
        runs.watch();
        long end = System.nanoTime() + Long.parseLong(args[1]) * NANOS;
        long first = Long.parseLong(args[2]);
        int done = 0;
        while (done < Integer.parseInt(args[0]) && System.nanoTime() < end && runs.faults.size() < 20) {
            runs.run(first + done++);
        }
        System.out.println(done + " mutated recordings and scenarios; exit codes " + runs.codes);
        runs.faults.forEach(System.out::println);
        if (runs.faults.isEmpty()) {
            Files.deleteIfExists(folder.resolve("mutated.yaml"));
            Files.delete(folder);
        } else {
            System.out.println("they are in " + folder);
        }
        System.exit(runs.faults.isEmpty() ? 0 : 1);
    }

    /// A hang cannot be stopped; it is told with its stack. By the time of a CPU, for a busy machine gives it little; by the clock, what
    /// waits for ever.
    private void watch() {
        Thread watched = Thread.currentThread();
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        Thread.ofPlatform().daemon().start(() -> {
            long of = 0;
            long used = 0;
            while (began == 0 || System.nanoTime() - began < 10 * LONGEST_SECONDS * NANOS
                    && clock.getThreadCpuTime(watched.threadId()) - used < LONGEST_SECONDS * NANOS) {
                if (of != began) {
                    of = began;
                    used = clock.getThreadCpuTime(watched.threadId());
                }
                java.util.concurrent.locks.LockSupport.parkNanos(NANOS / 2);
            }
            System.out.println("seed " + seed + " takes longer than " + LONGEST_SECONDS + " s:");
            for (StackTraceElement each : watched.getStackTrace()) {
                System.out.println("    at " + each);
            }
            Runtime.getRuntime().halt(1);
        });
    }

    /// Runs one.
    void run(long number) throws IOException {
        seed = number;
        began = System.nanoTime();
        Mutations mutations = Mutations.of(number);
        if (mutations.below(5) == 0) {
            Path file = Files.writeString(folder.resolve("mutated.yaml"), mutations.scenario());
            run(new byte[0], "run", "--check", file.toString());
            return;
        }
        byte[] recording = mutations.recording();
        if (mutations.below(8) == 0) {
            run(recording, "export", "-", "--as", "pcapng", "-o", "/dev/null");
        } else {
            run(recording, "replay", "-", "--view", VIEWS.get(mutations.below(VIEWS.size())), "--width", "" + (60 + mutations.below(141)));
        }
    }

    /// The faults so far.
    List<String> faults() {
        return faults;
    }

    /// How often each exit code came.
    Map<Integer, Integer> codes() {
        return codes;
    }

    private void run(byte[] in, String... command) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        TerminalFacts terminal = new TerminalFacts(100, false, false, Glyphs.UNICODE);
        int code = Cli.run(command, new Io(new ByteArrayInputStream(in), out, new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("TRACE_DEBUG", "1"), terminal, Resolver.SYSTEM, action -> { }));
        codes.merge(code, 1, Integer::sum);
        String told = err.toString(StandardCharsets.UTF_8);
        if (code == ExitCode.INTERNAL.code()) {
            fault(in, command, told.lines().limit(6).toList().toString());
        }
        String steering = steering(out.toString(StandardCharsets.UTF_8) + (code == ExitCode.INTERNAL.code() ? "" : told));
        if (steering != null) {
            fault(in, command, "writes " + steering);
        }
    }

    private void fault(byte[] in, String[] command, String what) throws IOException {
        Path file = folder.resolve("seed-" + seed);
        if (in.length > 0) {
            Files.write(file, in);
        } else {
            Files.copy(folder.resolve("mutated.yaml"), file);
        }
        faults.add("seed " + seed + ": " + String.join(" ", command) + ": " + what);
    }

    /// The first character that does something to a terminal, or `null`.
    private static String steering(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            int type = Character.getType(each);
            boolean steers = type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            if (steers && each != '\n') {
                return String.format("U+%04X after: ", (int) each) + text.substring(Math.max(0, i - 30), i).replaceAll("\\p{C}", "?");
            }
        }
        return null;
    }
}
