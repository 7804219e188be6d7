package dev.lifeline.cli.command;

import dev.lifeline.cli.option.OptionList;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// `trace help`, where no command stands behind it: with one it is read as `--help` after the command.
final class HelpCommand implements Callable<Integer> {

    private final CommandLine trace;
    private String name;

    /// @param trace has the commands that can be asked for
    HelpCommand(CommandLine trace) {
        this.trace = trace;
    }

    CommandSpec spec() {
        CommandSpec spec = TraceCommand.spec(this).helpCommand(true);
        spec.usageMessage().description(CommandAbout.HELP).customSynopsis(
                "Examples:",
                "  trace help connect           the same as trace connect --help",
                "  trace help connect --all     all of it",
                "");
        spec.addPositional(OptionList.argument(String.class, "0..1", "COMMAND", "One of those that trace --help lists.", word -> name = word));
        new OptionList().help().addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        throw new ParameterException(trace, "Unknown subcommand '" + name + "'.", null, name);
    }
}
