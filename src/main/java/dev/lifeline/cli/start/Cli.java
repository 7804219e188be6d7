package dev.lifeline.cli.start;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.command.TraceCommand;
import dev.lifeline.cli.report.StandardOutput;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line as a function: arguments and edges in, exit code out. Tests come in through here, like the process does.
public final class Cli {

    private Cli() {
    }

    /// Runs one command.
    public static int run(String[] given, Io io) {
        Asked asked = Asked.of(given);
        String[] args = asked.array();
        boolean named = TraceCommand.named(args);
        StandardOutput out = new StandardOutput(io.out());
        String command = named ? args[0] : "";
        int code;
        try {
            code = run(asked, io.writingTo(out), named ? Mentioned.by(args) : Mentioned.ALL);
        } catch (Error e) {
            // picocli handles exceptions only.
            code = Breakdown.tell(e, command, io);
        }
        return out.end(command, code, io);
    }

    /// The same with these options only.
    static int run(Asked asked, Io io, Mentioned mentioned) {
        if (asked.alone()) {
            print(io, TopHelp.of(asked.all(), io.terminal().columns()));
            return ExitCode.OK.code();
        }
        String[] args = asked.array();
        if (args.length == 0) {
            io.err().print(TopHelp.most(io.terminal().errColumns()));
            return ExitCode.USAGE.code();
        }
        CommandLine line = TraceCommand.line(args, io, mentioned);
        line.setOut(new PrintWriter(io.out(), true, charset(io)));
        line.setErr(new PrintWriter(io.err(), true));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setExpandAtFiles(false);
        line.setAbbreviatedOptionsAllowed(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((failure, arguments) -> {
            if (!mentioned.all()) {
                return run(asked, io, Mentioned.ALL);
            }
            io.complain(commandName(failure.getCommandLine()), sentence(failure));
            return ExitCode.USAGE.code();
        });
        line.setExecutionExceptionHandler((failure, command, result) -> {
            if (failure instanceof UsageException) {
                io.complain(commandName(command), failure.getMessage());
                return ExitCode.USAGE.code();
            }
            return Breakdown.tell(failure, commandName(command), io);
        });
        line.setExecutionStrategy(new Execution(io, asked.all()));
        return line.execute(args);
    }

    private static Charset charset(Io io) {
        return io.terminal().glyphs() == Glyphs.UNICODE ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
    }

    static String commandName(CommandLine line) {
        return line.getParent() == null ? "" : line.getCommandSpec().qualifiedName().substring("trace ".length());
    }

    private static String sentence(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            return Unmatched.sentence(unmatched.getUnmatched().getFirst(), failure.getCommandLine());
        }
        if (failure.getMessage().startsWith("Unknown subcommand") && failure.getValue() != null) {
            return Unmatched.sentence(failure.getValue(), failure.getCommandLine());
        }
        if (failure instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
            return Unmatched.missing(missing);
        }
        String message = Printable.ascii(failure.getMessage().lines().findFirst().orElse("the arguments cannot be read"));
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    /// Writes text to standard output in the terminal's encoding.
    ///
    /// @return whether it was written; `false` when nobody reads any more, or for what [StandardOutput] tells in the end
    public static boolean print(Io io, String text) {
        OutputStream out = io.out();
        try {
            out.write(text.getBytes(charset(io)));
            out.flush();
            return true;
        } catch (IOException e) {
            // Told in the end, unless the reader has gone: there is nobody to tell then.
            return false;
        }
    }
}
