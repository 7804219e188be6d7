package dev.lifeline.cli;

import dev.lifeline.cli.start.Interrupts;
import dev.lifeline.client.Resolver;
import dev.lifeline.terminal.TerminalFacts;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
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

    /// One line on standard error: what went wrong and what to try.
    public void complain(String command, String message) {
        err.println((command.isEmpty() ? "trace" : "trace " + command) + ": " + message);
    }
}
