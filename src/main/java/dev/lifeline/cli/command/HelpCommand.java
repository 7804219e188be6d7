package dev.lifeline.cli.command;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.report.Presenter;
import dev.lifeline.glossary.Glossary;
import dev.lifeline.glossary.Term;
import dev.lifeline.model.counter.KernelCounter;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import dev.lifeline.view.table.CounterScreen;
import dev.lifeline.view.table.TermScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace help` with a word of the field. With a command behind it, it is read as `--help` after the command, before this is asked.
final class HelpCommand implements Callable<Integer> {

    private static final List<String> LISTS = List.of("terms", "words", "glossary");

    private static final String COUNTERS = "counters";

    private final Io io;
    private final OutputOptions output = new OutputOptions();
    private String word = "";

    HelpCommand(Io io) {
        this.io = io;
    }

    CommandSpec spec() {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description(CommandAbout.HELP).customSynopsis(
                "Examples:",
                "  trace help accept-queue      a word that a screen uses",
                "  trace help ECONNRESET        a code",
                "  trace help terms             lists all of them",
                "  trace help connect           the same as trace connect --help",
                "  trace help connect --all     all of it",
                "");
        spec.addPositional(OptionList.phrase("COMMAND or TERM", "A command of trace --help, or a term of trace help terms.",
                words -> word = (word + " " + words).strip()));
        output.look.addTo(new OptionList())
                .flag("--accessible", "Sentences for screen readers, without the picture.", on -> output.accessible = on)
                .flag("--ascii", "Write ASCII signs only.", on -> output.ascii = on)
                .number("--width", "COLUMNS", 100, "Write this wide (60 to 200) instead of asking the terminal.",
                        columns -> output.width = columns)
                .help().addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws UsageException {
        Presenter presenter = Presenter.of(output, io);
        Term term = Glossary.find(word);
        if (word.isEmpty() || LISTS.contains(word)) {
            presenter.print(TermScreen.list(presenter.canvas()));
        } else if (word.equals(COUNTERS)) {
            presenter.print(CounterScreen.list(presenter.canvas()));
        } else if (term != null) {
            TermScreen screen = new TermScreen(term, presenter.canvas());
            presenter.print(output.accessible ? screen.sentences() : screen.frame());
        } else if (KernelCounter.named(word) instanceof KernelCounter counter) {
            presenter.print(CounterScreen.of(counter, presenter.canvas()));
        } else {
            throw new UsageException("there is no command or term " + Quoted.typed(word) + hint()
                    + "; see trace --help, trace help terms");
        }
        return ExitCode.OK.code();
    }

    /// A command is what is more often meant, so it is looked at first.
    private String hint() {
        String command = Nearest.hint(word, TraceCommand.COMMANDS);
        String nearest = Glossary.nearest(word);
        if (!command.isEmpty() && nearest != null) {
            List<String> both = new ArrayList<>(TraceCommand.COMMANDS);
            both.add(nearest);
            return Nearest.hint(word, both);
        }
        return nearest == null ? command : " (did you mean " + nearest + "?)";
    }
}
