package dev.lifeline.cli;

import dev.lifeline.cli.start.Cli;
import dev.lifeline.client.Resolver;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Runs commands through the same entry as the process, with the edges in the test's hands.
public final class Shell {

    /// What a command left behind.
    ///
    /// @param code the exit code
    /// @param out standard output
    /// @param err standard error
    public record Ran(int code, String out, String err) {

        /// The line of standard output that starts with this word, without it.
        public String line(String start) {
            return out.lines().filter(line -> line.startsWith(start)).findFirst().map(line -> line.substring(start.length()).strip())
                    .orElseThrow(() -> new AssertionError("no line starts with " + start + " in:\n" + out + err));
        }
    }

    private final Map<String, String> environment = new HashMap<>();
    private final CompletableFuture<Consumer<String>> interrupt = new CompletableFuture<>();
    private Resolver resolver = Resolver.SYSTEM;
    private TerminalFacts terminal = new TerminalFacts(120, false, false, Glyphs.UNICODE);
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = new ByteArrayOutputStream();

    public Shell with(Resolver other) {
        resolver = other;
        return this;
    }

    public Shell with(TerminalFacts other) {
        terminal = other;
        return this;
    }

    public Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Shell readingFrom(InputStream other) {
        in = other;
        return this;
    }

    public Shell writingTo(OutputStream other) {
        out = other;
        return this;
    }

    /// Given once the command listens for Ctrl-C; accepting a name is the signal.
    public CompletableFuture<Consumer<String>> interrupt() {
        return interrupt;
    }

    public Ran run(String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Io io = new Io(in, out, new PrintStream(err, true, StandardCharsets.UTF_8), environment, terminal, resolver,
                interrupt::complete);
        int code = Cli.run(args, io);
        String text = out instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "";
        return new Ran(code, text, err.toString(StandardCharsets.UTF_8));
    }
}
