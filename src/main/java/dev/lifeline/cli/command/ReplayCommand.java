package dev.lifeline.cli.command;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.Helped;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.option.Settings;
import dev.lifeline.cli.report.ExpectationResults;
import dev.lifeline.cli.report.PlayScreen;
import dev.lifeline.cli.report.Presenter;
import dev.lifeline.cli.report.RecordingFile;
import dev.lifeline.cli.start.Mentioned;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.file.Recording;
import dev.lifeline.model.ScenarioSource;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.scenario.judge.Judge;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.scenario.judge.StoppedPlay;
import dev.lifeline.scenario.yaml.ScenarioReader;
import dev.lifeline.text.Printable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace replay`: shows a recording as the live run was shown. Nothing is executed.
final class ReplayCommand implements Callable<Integer>, Helped {

    private final Io io;
    private final OutputOptions output = new OutputOptions();
    private Path file;

    private ReplayCommand(Io io) {
        this.io = io;
    }

    static CommandSpec spec(Io io, Mentioned mentioned) {
        return new ReplayCommand(io).spec(mentioned);
    }

    private CommandSpec spec(Mentioned mentioned) {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description(CommandAbout.REPLAY).customSynopsis(
                "Examples:",
                "  trace replay run.ndjson",
                "  trace replay run.ndjson --view ladder --width 120",
                "  ssh host trace connect db.example:5432 --json | trace replay -",
                "");
        spec.addPositional(RecordingFile.argument(path -> file = path));
        output.options().addTo(spec, mentioned);
        new OptionList().help().addTo(spec, mentioned);
        spec.usageMessage().footer(
                "  that of the run; 22 where the recording breaks off.");
        return spec;
    }

    @Override
    public List<String> common() {
        return List.of("--view", "--detail", "--verbose", "--connection", "--width", "--accessible");
    }

    @Override
    public Integer call() throws UsageException {
        // What is wrong with the options is said before a pipe is read.
        Settings settings = Settings.of(io);
        Presenter play = Presenter.ofPlay(output, io, settings);
        Recording recording = RecordingFile.read(file, io);
        TraceIndex index = TraceIndex.of(StoppedPlay.cut(recording.trace()));
        ScenarioSource source = index.header().scenario();
        Presenter presenter = source == null ? Presenter.of(output, io, settings) : play;
        presenter.check(index);
        if (source == null) {
            return shown(recording, index, presenter).code();
        }
        try {
            return replay(ScenarioReader.read(source.text().getBytes(StandardCharsets.UTF_8), source.id() + ".yaml", source.id(),
                    source.topic()), index, presenter).code();
        } catch (ScenarioException e) {
            io.complain("replay", "the scenario in " + RecordingFile.name(file) + " is none for this version of trace, "
                    + "so nothing is judged: " + Printable.ascii(ScenarioCheck.first(e)));
            return shown(recording, index, presenter).code();
        }
    }

    /// Shows a trace. How it ended is what the run itself recorded; what that proves is said anew.
    private ExitCode shown(Recording recording, TraceIndex index, Presenter presenter) {
        ExitCode derived = presenter.show(index);
        if (!index.trace().complete()) {
            return ExitCode.BROKEN_OFF;
        }
        Verdict recorded = recording.verdict().orElse(null);
        if (recorded == null || ExitCode.of(recorded) == derived) {
            return derived;
        }
        io.complain("replay", "the run itself ended otherwise, with exit code " + ExitCode.of(recorded).code() + ": "
                + Printable.ascii(recorded.happened()));
        return ExitCode.of(recorded);
    }

    /// Shows and judges a play as the live run did.
    private ExitCode replay(Scenario scenario, TraceIndex index, Presenter presenter) {
        PlayScreen screen = new PlayScreen(io, presenter, scenario);
        Verdict verdict = Diagnosis.of(index);
        screen.begin();
        if (interrupted(index) || !index.trace().complete()) {
            screen.unjudged(index, verdict, index.trace().complete() ? "interrupted" : "the recording breaks off");
            return index.trace().complete() ? ExitCode.INTERRUPTED : ExitCode.BROKEN_OFF;
        }
        ExpectationResults found = new ExpectationResults(Judge.judge(scenario, PlayRecord.of(index, verdict)));
        screen.end(index, verdict, found);
        return screen.code(found, "replay");
    }

    private static boolean interrupted(TraceIndex index) {
        for (TraceEvent event : index.run()) {
            if (event.body().kind() == RunEvent.Kind.INTERRUPTED) {
                return true;
            }
        }
        return false;
    }
}
