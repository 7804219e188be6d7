package dev.lifeline.cli.command;

import dev.lifeline.cli.Io;
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

    private static final List<String> COMMANDS = List.of("connect", "serve", "run", "scenarios", "replay", "export", "doctor");

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
            // A list of the commands shows none of their options.
            boolean list = args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"));
            for (String name : COMMANDS) {
                trace.add(name, io, list ? Mentioned.by() : mentioned);
            }
            trace.line.addSubcommand("help", new CommandLine(new HelpCommand(trace.line).spec(), NONE));
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
    static CommandSpec spec(Object command) {
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
            case "replay" -> ReplayCommand.spec(io, mentioned);
            case "export" -> ExportCommand.spec(io);
            case "doctor" -> DoctorCommand.spec(io);
            default -> throw new IllegalArgumentException(name);
        };
        line.addSubcommand(name, new CommandLine(spec, NONE));
    }

    private CommandSpec spec(Mentioned mentioned) {
        CommandSpec spec = spec(this).name("trace").version(Version.text());
        spec.usageMessage().header("A debugger for the life of a TCP connection.%n").customSynopsis(
                "Examples:",
                "  trace connect --serve                        both ends on one timeline",
                "  trace connect db.example:5432 --timeout 3s   any real target",
                "  trace connect localhost:80 --send 'ping\\n' --expect pong",
                "  trace connect --serve --record run.ndjson    keep the trace",
                "  trace scenarios                              failures and queues, by name",
                "  trace run connected-not-accepted             plays one; what it proves",
                "  trace replay run.ndjson --view ladder        show it again",
                "  trace export run.ndjson --as pcapng -o run.pcapng",
                "  trace serve localhost:7007                   a server for your own clients",
                "  trace doctor                                 what can be seen here",
                "");
        spec.usageMessage().optionListHeading("Options:%n").commandListHeading("%nCommands:%n")
                .footerHeading("%nExit codes:%n").footer(
                "  0 every stage asked for completed, 2 usage. The stage that failed:",
                "  10 lookup, 11 route, 12 bind, 13 connect, 14 accept, 15 tls, 16 read,",
                "  17 write, 18 idle, 19 protocol. 20 an expectation did not hold,",
                "  21 a scenario cannot be shown here, 22 a recording breaks off,",
                "  70 internal error, 130 interrupted.%n");
        new OptionList().help().version().addTo(spec, mentioned);
        return spec;
    }

    @Override
    public void run() {
        throw new ParameterException(line, "which command? Try trace connect --serve, or trace --help");
    }
}
