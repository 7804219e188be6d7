package dev.lifeline.cli.command;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.report.ExpectationResults;
import dev.lifeline.cli.report.ExpectedFailures;
import dev.lifeline.cli.report.JunitFile;
import dev.lifeline.cli.report.NeedsReport;
import dev.lifeline.cli.report.PlayResult;
import dev.lifeline.cli.report.PlayScreen;
import dev.lifeline.cli.report.PlayTally;
import dev.lifeline.cli.report.Presenter;
import dev.lifeline.cli.report.TraceSinks;
import dev.lifeline.cli.report.WaitProgress;
import dev.lifeline.cli.start.Version;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import dev.lifeline.play.CannotPlayException;
import dev.lifeline.play.PlayPlan;
import dev.lifeline.play.ScenarioRun;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.TargetException;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.judge.Judge;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.scenario.judge.StoppedPlay;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import dev.lifeline.wording.PlayWords;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Plays one scenario: says what it claims, shows its trace as any other, then what became of each expectation, then why.
final class PlayOne {

    private final Io io;
    private final OutputOptions output;
    private final OutputOptions.Sinks sinks;
    private final EvidenceChoice evidence;
    private final JunitFile junit;
    private final Wish wish;

    /// A play of which more is wanted than that all holds.
    ///
    /// @param until the label behind which it ends, or `null`
    /// @param fails the expectations that must not hold, or `null`
    record Wish(String until, String fails) {
    }

    /// @param junit hears how it ended, or `null`
    PlayOne(Io io, OutputOptions output, OutputOptions.Sinks sinks, EvidenceChoice evidence, JunitFile junit, Wish wish) {
        this.io = io;
        this.output = output;
        this.sinks = sinks;
        this.evidence = evidence;
        this.junit = junit;
        this.wish = wish;
    }

    /// Plays what the word names.
    ExitCode play(String word) throws UsageException, InterruptedException {
        Presenter presenter = Presenter.ofPlay(output, io);
        Scenario scenario;
        try {
            scenario = ScenarioFinder.find(word);
        } catch (ScenarioException e) {
            ScenarioCheck.tell(e, io);
            return ExitCode.USAGE;
        }
        ExpectedFailures fails = ExpectedFailures.of(wish.fails, scenario);
        checkLabel(scenario);
        try {
            ScenarioRun run = prepare(scenario);
            if (wish.until != null) {
                run.stopAt(wish.until, stop -> false);
            }
            try (TraceSinks files = sinks(run)) {
                return play(run, scenario, word, presenter, files, fails);
            }
        } catch (CannotPlayException e) {
            tell(scenario, word, PlayResult.notHere(scenario.id(), scenario.topic(), NeedsReport.sentence(e.lacks())));
            io.complain("run", scenario.id() + " cannot be shown here: " + NeedsReport.sentence(e.lacks()));
            return ExitCode.CANNOT_SHOW;
        }
    }

    private TraceSinks sinks(ScenarioRun run) throws UsageException {
        try {
            return TraceSinks.open(sinks, io, "run");
        } catch (UsageException e) {
            run.close();
            throw e;
        }
    }

    private void tell(Scenario scenario, String word, PlayResult result) {
        if (junit != null) {
            junit.write(List.of(PlayTally.of(scenario, ScenarioFinder.file(word), result)), result.took());
        }
    }

    private ExitCode play(ScenarioRun run, Scenario scenario, String word, Presenter presenter, TraceSinks files,
            ExpectedFailures fails)
            throws UsageException, InterruptedException, CannotPlayException {
        AtomicBoolean interrupted = new AtomicBoolean();
        io.onSignal(signal -> {
            interrupted.set(true);
            run.interrupt(signal);
        });
        PlayScreen screen = new PlayScreen(io, presenter, scenario);
        if (!sinks.json) {
            screen.begin();
        }
        long begin = System.nanoTime();
        Trace trace;
        try (WaitProgress _ = WaitProgress.start(run.session().recorder(), 1, io, output.accessible)) {
            trace = run.execute(files.witness(() -> run.interrupt("PIPE")));
        }
        long took = System.nanoTime() - begin;
        TraceIndex index = TraceIndex.of(StoppedPlay.cut(trace));
        Verdict verdict = Diagnosis.of(index);
        if (interrupted.get()) {
            files.end(index, verdict);
            if (!sinks.json) {
                screen.unjudged(index, verdict, "interrupted");
            }
            tell(scenario, word, PlayResult.interrupted(scenario, took));
            return ExitCode.INTERRUPTED;
        }
        ExpectationResults found = new ExpectationResults(Judge.judge(scenario, PlayRecord.of(index, verdict)));
        files.end(index, verdict, found::write);
        if (!sinks.json) {
            presenter.check(index);
            screen.end(index, verdict, found);
        }
        tell(scenario, word, PlayResult.of(scenario, found, PlayWords.unmet(index), took));
        ExitCode code = fails == null ? screen.code(found, "run") : compared(screen, fails.of(found.findings()));
        return code == ExitCode.OK && files.broken() ? ExitCode.INTERNAL : code;
    }

    /// Says how what did not hold agrees with what was to fail.
    private ExitCode compared(PlayScreen screen, ExpectedFailures.Outcome outcome) {
        if (!sinks.json) {
            screen.differences(outcome.sentence(), outcome.code() == ExitCode.OK);
        } else if (outcome.code() != ExitCode.OK) {
            io.complain("run", outcome.sentence());
        }
        return outcome.code();
    }

    private void checkLabel(Scenario scenario) throws UsageException {
        List<String> labels = new ArrayList<>();
        for (Step step : scenario.steps()) {
            if (step.label() != null) {
                labels.add(step.label());
            }
        }
        if (wish.until != null && !labels.contains(wish.until)) {
            throw new UsageException("--until " + Quoted.typed(wish.until) + ": " + scenario.id() + " has no step of that label"
                    + Nearest.hint(wish.until, labels) + (labels.isEmpty() ? "; none has one" : "; there are " + String.join(", ",
                            labels)));
        }
    }

    private ScenarioRun prepare(Scenario scenario) throws UsageException, InterruptedException, CannotPlayException {
        try {
            return ScenarioRun.prepare(new PlayPlan(scenario, evidence), Version.number());
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
