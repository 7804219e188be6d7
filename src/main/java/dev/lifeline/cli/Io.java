package dev.lifeline.cli;

import dev.lifeline.cli.start.Interrupts;
import dev.lifeline.client.Resolver;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.view.frame.Wrap;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/// The process's edges, as one value that tests replace.
///
/// @param in standard input
/// @param out standard output without a print stream between: a closed pipe must be noticed
/// @param err standard error
/// @param environment the environment variables
/// @param terminal what is known about the terminal
/// @param resolver the system's names
/// @param signals where Ctrl-C comes from
public record Io(InputStream in, OutputStream out, PrintStream err, Map<String, String> environment, TerminalFacts terminal,
          Resolver resolver, Signals signals) {

    /// Takes what stands on the line of a terminal away, and begins it anew.
    public static final String ERASE_LINE = "\r\u001b[K";

    private static final int LEAST_COLUMNS = 20;
    private static final int INDENT = 2;

    /// Where the wish to end comes from.
    public interface Signals {

        /// From now on a signal calls the action, once, with its name.
        void on(Consumer<String> action);
    }

    /// The edges of this process.
    public static Io process() {
        return new Io(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out), System.err,
                System.getenv(), TerminalFacts.detect(), Resolver.SYSTEM, Interrupts::on);
    }

    /// The same with another standard output.
    public Io writingTo(OutputStream other) {
        return new Io(in, other, err, environment, terminal, resolver, signals);
    }

    /// From now on a signal calls the action, once, with its name.
    public void onSignal(Consumer<String> action) {
        signals.on(name -> {
            if (name.equals("INT")) {
                endEcho();
            }
            action.accept(name);
        });
    }

    /// A terminal writes `^C` where the cursor stands (ECHOCTL of termios(3)): what comes next, a prompt at least, begins on a line of its own.
    private void endEcho() {
        String end = dumb() ? "\n" : ERASE_LINE;
        if (terminal.err()) {
            err.print(end);
            err.flush();
        } else if (terminal.out()) {
            try {
                out.write(end.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException e) {
                // The terminal has gone: there is no line to begin.
                return;
            }
        }
    }

    /// Tells whether the terminal knows no control sequences.
    public boolean dumb() {
        return "dumb".equals(environment.get("TERM"));
    }

    /// Says something on standard error: on one line, or where a terminal is to show it on lines that are broken at words.
    public void say(String text) {
        if (terminal.err()) {
            for (String line : Wrap.lines(text, Math.max(LEAST_COLUMNS, terminal.errColumns()), INDENT)) {
                err.println(line);
            }
        } else {
            err.println(text);
        }
    }

    /// Says on standard error what went wrong and what to try.
    public void complain(String command, String message) {
        say((command.isEmpty() ? "trace" : "trace " + command) + ": " + message);
    }
}
