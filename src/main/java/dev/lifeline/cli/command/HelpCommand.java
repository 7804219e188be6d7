package dev.lifeline.cli.command;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.option.OptionList;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// `trace help`: the same as `--help` after a command. picocli has one, with annotations, and those cost every list of commands
/// 25 ms: see [OptionList].
final class HelpCommand implements Callable<Integer> {

    private final CommandLine trace;
    private String name;

    /// @param trace has the commands that can be asked for
    HelpCommand(CommandLine trace) {
        this.trace = trace;
    }

    CommandSpec spec() {
        CommandSpec spec = TraceCommand.spec(this).helpCommand(true);
        spec.usageMessage().header("Display help information about the specified command.").synopsisHeading("%nUsage: ")
                .description("%nWhen no COMMAND is given, the usage help for the main command is displayed.",
                "If a COMMAND is specified, the help for that command is shown.%n");
        spec.addPositional(OptionList.argument(String.class, "0..1", "COMMAND",
                "The COMMAND to display the usage help message for.", word -> name = word));
        new OptionList().help("Show usage help for the help command and exit.").addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        CommandLine wanted = name == null ? trace : trace.getSubcommands().get(name);
        if (wanted == null) {
            throw new ParameterException(trace, "Unknown subcommand '" + name + "'.", null, name);
        }
        wanted.usage(trace.getOut(), trace.getColorScheme());
        return ExitCode.OK.code();
    }
}
