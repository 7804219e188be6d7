package dev.lifeline.cli.start;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.Helped;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/// Runs what was read. Where help is wanted, a word that names nothing is an error all the same: picocli would pass over it.
final class Execution implements IExecutionStrategy {

    private final Io io;
    private final boolean all;

    /// @param all whether all of a help is to be shown
    Execution(Io io, boolean all) {
        this.io = io;
        this.all = all;
    }

    @Override
    public int execute(ParseResult result) {
        boolean help = result.isUsageHelpRequested();
        ParseResult last = result;
        while (last.hasSubcommand()) {
            last = last.subcommand();
            help |= last.isUsageHelpRequested();
        }
        return help ? help(last) : new CommandLine.RunLast().execute(result);
    }

    private int help(ParseResult last) {
        CommandLine command = last.commandSpec().commandLine();
        if (!last.unmatched().isEmpty()) {
            io.complain(Cli.commandName(command), Unmatched.sentence(last.unmatched().getFirst(), command));
            return ExitCode.USAGE.code();
        }
        if (command.getCommand() instanceof Helped helped) {
            try {
                helped.checkWords();
            } catch (UsageException e) {
                io.complain(Cli.commandName(command), e.getMessage());
                return ExitCode.USAGE.code();
            }
        }
        Cli.print(io, command.getParent() == null ? TopHelp.of(all, io.terminal().columns()) : HelpText.of(command, all, io.terminal().columns()));
        return ExitCode.OK.code();
    }
}
