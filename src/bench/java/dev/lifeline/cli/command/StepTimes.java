package dev.lifeline.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Times of a walk as a person has them: in a pseudo-terminal, from the moment at which a process starts or a key is typed, to the one
/// at which the screen has what is waited for.
public final class StepTimes implements AutoCloseable {

    /// The first words of the line below a card.
    private static final String CARD = "Enter ";
    /// The editor tells the terminal to mark what is pasted, and then draws its sign.
    private static final String PROMPT = "\033[?2004h";
    private static final long DEADLINE = TimeUnit.SECONDS.toNanos(60);
    private static final int KEYS = 8;

    private final PseudoTerminal terminal = PseudoTerminal.open(80, 24);
    private final StringBuilder written = new StringBuilder();
    private final long began;
    private final Process process;

    private StepTimes(String launcher, Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("setsid", "sh", "-c", "exec <>\"$0\" >&0 2>&0; exec \"$@\"", terminal.path(), launcher, "step")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Not HOME: the launcher looks for the JDK anew where that is another one.
        builder.environment().putAll(Map.of("TERM", "xterm-256color", "XDG_CONFIG_HOME", home.toString(), "XDG_STATE_HOME", home.toString(),
                "LC_ALL", "C.UTF-8"));
        began = System.nanoTime();
        process = builder.start();
    }

    /// Starts a walk.
    ///
    /// @param launcher the script
    /// @param home what it keeps goes here
    /// @return nanoseconds to the first card, and to the first prompt
    public static long[] start(String launcher, Path home) throws IOException {
        try (StepTimes walk = new StepTimes(launcher, home)) {
            long card = walk.shown(CARD, 0) - walk.began;
            return new long[] {card, walk.shown(PROMPT, 0) - walk.began};
        }
    }

    /// Waits for words.
    ///
    /// @return when they were read
    private long shown(String words, int from) throws IOException {
        while (written.indexOf(words, from) < 0) {
            byte[] bytes = terminal.read();
            written.append(new String(bytes, StandardCharsets.ISO_8859_1));
            if (System.nanoTime() - began > DEADLINE) {
                throw new IOException(words + " does not come: " + written);
            }
        }
        return System.nanoTime();
    }

    /// Walks with Enter, through stages that wait for nobody.
    ///
    /// @return nanoseconds from each key to the card, and to the prompt
    private List<long[]> keys() throws IOException {
        List<long[]> times = new ArrayList<>();
        shown(PROMPT, 0);
        for (int i = 0; i < KEYS; i++) {
            int from = written.length();
            long typed = System.nanoTime();
            terminal.type("\r");
            long card = shown(CARD, from) - typed;
            times.add(new long[] {card, shown(PROMPT, from) - typed});
        }
        return times;
    }

    @Override
    public void close() throws IOException {
        terminal.type("q\r");
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.close();
    }

    /// Measures keys. Arguments: the launcher, the number of walks, a folder for what they keep.
    public static void main(String[] args) throws IOException {
        int walks = Integer.parseInt(args[1]);
        Path home = Path.of(args[2]);
        List<List<long[]>> all = new ArrayList<>();
        for (int i = -1; i < walks; i++) {
            try (StepTimes walk = new StepTimes(args[0], home)) {
                List<long[]> times = walk.keys();
                if (i >= 0) { // the walk before warms the machine's caches
                    all.add(times);
                }
            }
        }
        System.out.printf("%-24s %10s %10s   (%d walks)%n", "Enter to the next card", "median ms", "p95 ms", walks);
        for (int key = 0; key < KEYS; key++) {
            long[] each = new long[walks];
            for (int i = 0; i < walks; i++) {
                each[i] = all.get(i).get(key)[0];
            }
            line("  key " + (key + 1), each);
        }
        line("all keys", all.stream().flatMap(List::stream).mapToLong(each -> each[0]).toArray());
        line("to the next prompt", all.stream().flatMap(List::stream).mapToLong(each -> each[1]).toArray());
        System.out.println("promised: p95 of all keys to the next card <= 50 ms");
    }

    private static void line(String name, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf("%-24s %10.1f %10.1f%n", name, nanos[nanos.length / 2] / 1e6, nanos[Math.min(nanos.length - 1, nanos.length * 95 / 100)] / 1e6);
    }
}
