package dev.lifeline.cli.command;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.explain.ExplainCommand;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.start.Mentioned;
import dev.lifeline.cli.start.Version;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// `trace` itself: only its commands do something.
public final class TraceCommand implements Runnable {

    public static final List<String> COMMANDS = List.of("connect", "serve", "run", "scenarios", "step", "explain", "replay", "export",
            "doctor");

    /// picocli asks it for what annotations name, and there are none.
    static final IFactory NONE = new IFactory() {
        @Override
        public <K> K create(Class<K> type) {
            throw new IllegalStateException(type + " is made without a factory");
        }
    };

    private CommandLine line;

    private TraceCommand() {
    }

    /// The command line with the one command that the first argument names: the others would be built for nothing. With all of
    /// them where it names none, for help and suggestions.
    ///
    /// @param mentioned the options that the command has to have
    public static CommandLine line(String[] args, Io io, Mentioned mentioned) {
        TraceCommand trace = new TraceCommand();
        trace.line = new CommandLine(trace.spec(mentioned), NONE);
        if (named(args)) {
            trace.add(args[0], io, mentioned);
        } else {
            // The help of a word, and a word that is no command, need none of their options.
            for (String name : COMMANDS) {
                trace.add(name, io, Mentioned.by());
            }
            trace.line.addSubcommand("help", new CommandLine(new HelpCommand(io).spec(), NONE));
        }
        return trace.line;
    }

    /// Tells whether the first argument names a command.
    public static boolean named(String[] args) {
        return args.length > 0 && COMMANDS.contains(args[0]);
    }

    /// The beginning of every command's spec: help begins with examples and keeps the order in which options are added.
    ///
    /// @param command what runs the command
    public static CommandSpec spec(Object command) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command, NONE);
        spec.usageMessage().sortOptions(false).synopsisHeading("");
        return spec;
    }

    private void add(String name, Io io, Mentioned mentioned) {
        CommandSpec spec = switch (name) {
            case "connect" -> ConnectCommand.spec(io, mentioned);
            case "serve" -> ServeCommand.spec(io, mentioned);
            case "run" -> RunCommand.spec(io, mentioned);
            case "scenarios" -> ScenariosCommand.spec(io);
            case "step" -> StepCommand.spec(io, mentioned);
            case "explain" -> ExplainCommand.spec(io, mentioned);
            case "replay" -> ReplayCommand.spec(io, mentioned);
            case "export" -> ExportCommand.spec(io);
            case "doctor" -> DoctorCommand.spec(io);
            default -> throw new IllegalArgumentException(name);
        };
        line.addSubcommand(name, new CommandLine(spec, NONE));
    }

    private CommandSpec spec(Mentioned mentioned) {
        CommandSpec spec = spec(this).name("trace").version(Version.text());
        new OptionList().help().version().addTo(spec, mentioned);
        return spec;
    }

    @Override
    public void run() {
        throw new ParameterException(line, "which command? See trace --help");
    }
}
