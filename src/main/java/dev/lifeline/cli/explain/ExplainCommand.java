package dev.lifeline.cli.explain;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.command.CommandAbout;
import dev.lifeline.cli.command.TraceCommand;
import dev.lifeline.cli.option.Helped;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.report.Presenter;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.cli.start.Mentioned;
import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Explainer;
import dev.lifeline.explain.Explanation;
import dev.lifeline.explain.answer.ErrorAnswer;
import dev.lifeline.explain.field.Secrets;
import dev.lifeline.explain.naming.KnownAs;
import dev.lifeline.explain.naming.NameTable;
import dev.lifeline.explain.source.EntryText;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.text.Nearest;
import dev.lifeline.view.explained.ExplainedScreen;
import dev.lifeline.view.explained.StageTableScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace explain`: places the text of an error on its stage, and says what it proves. Nothing is executed.
public final class ExplainCommand implements Callable<Integer>, Helped {

    private static final String LOG = "-";

    private final Io io;
    private final OutputOptions output = new OutputOptions();
    private String text = "";
    private boolean given;
    private boolean list;
    private boolean json;

    private ExplainCommand(Io io) {
        this.io = io;
    }

    /// The command with the options that are mentioned.
    public static CommandSpec spec(Io io, Mentioned mentioned) {
        return new ExplainCommand(io).spec(mentioned);
    }

    private CommandSpec spec(Mentioned mentioned) {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description(CommandAbout.EXPLAIN).customSynopsis(
                "Examples:",
                "  trace explain ECONNRESET",
                "  trace explain 'dial tcp: lookup db on 10.0.0.2:53: no such host'",
                "  kubectl logs deploy/app | trace explain -     a log: its errors, counted",
                "  trace explain --json - < app.log              one line for each error",
                "  trace explain --list                          all stages and codes",
                "");
        spec.addPositional(OptionList.arguments(Integer.MAX_VALUE, "TEXT", "The text of an error, in quotes; - reads a log from standard input.",
                this::words));
        output.drawing(output.look.addTo(new OptionList()
                .flag("--json", "NDJSON on stdout: an object for each error.", on -> json = on)
                .flag("--list", "Print the stages, the codes of each, and what they are called elsewhere.", on -> list = on)
                .flag("--accessible", "Sentences for screen readers, without columns and colour.", on -> output.accessible = on)))
                .help().addTo(spec, mentioned);
        spec.usageMessage().footer(
                "  0 for every text that was read, also one without an error of a connection;",
                "  130 where a log was interrupted: what was read by then is summed up.");
        return spec;
    }

    private void words(List<String> words) {
        given |= !words.isEmpty();
        text = text.isEmpty() ? String.join(" ", words) : text + " " + String.join(" ", words);
    }

    @Override
    public List<String> common() {
        return List.of("--json", "--list", "--accessible", "--width");
    }

    @Override
    public Integer call() throws UsageException {
        Presenter presenter = Presenter.of(output, io);
        if (list) {
            return list(presenter);
        }
        if (!given) {
            throw new UsageException("no TEXT: write trace explain 'TEXT OF AN ERROR', or trace explain - for a log; see trace explain --help");
        }
        if (text.equals(LOG)) {
            return new ExplainLog(io, presenter, output.accessible, json).call().code();
        }
        explain(presenter);
        return ExitCode.OK.code();
    }

    private void explain(Presenter presenter) {
        String safe = Secrets.masked(EntryText.of(text).text());
        List<ErrorAnswer> answers = answers(Explainer.builtIn().answer(safe));
        if (json) {
            for (ErrorAnswer each : answers) {
                if (!Cli.print(io, ExplainJson.line(each, null))) {
                    return;
                }
            }
            return;
        }
        presenter.print(output.accessible ? ExplainedScreen.sentences(safe, answers, presenter.canvas())
                : ExplainedScreen.of(safe, answers, presenter.canvas()));
        boolean nothing = answers.getFirst().of().stage() == ErrorStage.NONE && answers.getFirst().of().words().isEmpty();
        String hint = nothing ? Nearest.of(safe.strip(), codes()) : null;
        if (hint != null) {
            io.complain("explain", "did you mean " + hint + "?");
        }
    }

    static List<ErrorAnswer> answers(List<Explanation> explanations) {
        List<ErrorAnswer> answers = new ArrayList<>();
        explanations.forEach(each -> answers.add(ErrorAnswer.to(each)));
        return answers;
    }

    private static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (ErrorCode code : ErrorCode.values()) {
            codes.add(code.name());
        }
        return codes;
    }

    private int list(Presenter presenter) throws UsageException {
        if (given) {
            throw new UsageException("--list explains no text: it prints all stages and codes. Leave one of the two out");
        }
        if (!json) {
            presenter.print(StageTableScreen.of(!output.accessible, presenter.canvas()));
            return ExitCode.OK.code();
        }
        for (KnownAs row : NameTable.rows()) {
            if (!row.code().equals(NameTable.ANY) && !Cli.print(io, ExplainJson.row(row))) {
                break;
            }
        }
        return ExitCode.OK.code();
    }
}
