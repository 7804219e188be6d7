package dev.lifeline.cli.command;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.report.ExpectationResults;
import dev.lifeline.cli.report.NeedsReport;
import dev.lifeline.cli.report.Presenter;
import dev.lifeline.cli.report.TraceSinks;
import dev.lifeline.cli.report.WaitProgress;
import dev.lifeline.cli.start.Version;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.FindingState;
import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import dev.lifeline.play.CannotPlayException;
import dev.lifeline.play.PlayPlan;
import dev.lifeline.play.ScenarioRun;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.TargetException;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.judge.Judge;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.table.FindingsBlock;
import dev.lifeline.view.table.ScenarioText;
import dev.lifeline.view.table.FindingSentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// Plays one scenario: says what it claims, shows its trace as any other, then what became of each expectation, then why.
final class PlayOne {

    private final Io io;
    private final OutputOptions output;
    private final OutputOptions.Sinks sinks;
    private final EvidenceChoice evidence;

    PlayOne(Io io, OutputOptions output, OutputOptions.Sinks sinks, EvidenceChoice evidence) {
        this.io = io;
        this.output = output;
        this.sinks = sinks;
        this.evidence = evidence;
    }

    /// Plays what the word names.
    ExitCode play(String word) throws UsageException, InterruptedException {
        Presenter presenter = Presenter.of(output, io);
        Scenario scenario;
        try {
            scenario = ScenarioFinder.find(word);
        } catch (ScenarioException e) {
            ScenarioCheck.tell(e, io);
            return ExitCode.USAGE;
        }
        try (TraceSinks files = TraceSinks.open(sinks, io, "run")) {
            return play(scenario, text(scenario), presenter, files);
        } catch (CannotPlayException e) {
            io.complain("run", scenario.id() + " cannot be shown here: " + NeedsReport.sentence(e.lacks()));
            return ExitCode.CANNOT_SHOW;
        }
    }

    private ExitCode play(Scenario scenario, ScenarioText text, Presenter presenter, TraceSinks files)
            throws UsageException, InterruptedException, CannotPlayException {
        ScenarioRun run = prepare(scenario);
        AtomicBoolean interrupted = new AtomicBoolean();
        io.signals().on(signal -> {
            interrupted.set(true);
            run.interrupt(signal);
        });
        boolean sentences = presenter.sentences();
        Canvas canvas = presenter.canvas();
        if (!sinks.json) {
            show(presenter, text.before(sentences, canvas));
        }
        Trace trace;
        try (WaitProgress _ = WaitProgress.start(run.session().recorder(), 1, io, output.accessible)) {
            trace = run.execute(files.wanted() ? files.witness(() -> run.interrupt("PIPE"),
                    writer -> writer.scenario(scenario.id(), scenario.topic(), scenario.claim())) : null);
        }
        TraceIndex index = TraceIndex.of(trace);
        Verdict verdict = Diagnosis.of(index);
        if (interrupted.get()) {
            // What was not played cannot be judged: a finding would say that it did not hold.
            files.end(index, verdict);
            if (!sinks.json && presenter.show(index, verdict)) {
                presenter.print(new Frame(List.of(Line.EMPTY,
                        Line.of("interrupted: the expectations were not judged", Role.STRONG))));
            }
            return ExitCode.INTERRUPTED;
        }
        ExpectationResults found = new ExpectationResults(Judge.judge(scenario, PlayRecord.of(index, verdict)));
        files.end(index, verdict, found::write);
        if (!sinks.json) {
            presenter.check(index);
        }
        if (!sinks.json && presenter.show(index, verdict)) {
            Frame findings = sentences ? FindingSentences.of(found.shown(), canvas) : FindingsBlock.of(found.shown(), canvas);
            List<Line> lines = new ArrayList<>(List.of(Line.EMPTY));
            lines.addAll(findings.above(text.after(sentences, canvas)).lines());
            presenter.print(new Frame(lines));
        }
        Finding unseen = found.first(FindingState.NOT_SEEN);
        if (found.code() == ExitCode.CANNOT_SHOW) {
            io.complain("run", scenario.id() + " cannot be shown here: expectation " + unseen.expectation().number() + ": "
                    + Printable.ascii(unseen.observed()));
        }
        return found.code() == ExitCode.OK && files.broken() ? ExitCode.INTERNAL : found.code();
    }

    /// Says the claim first, with an empty line below it: a person reads it while the play goes on.
    private static void show(Presenter presenter, Frame frame) {
        List<Line> lines = new ArrayList<>(frame.lines());
        lines.add(Line.EMPTY);
        presenter.print(new Frame(lines));
    }

    private ScenarioRun prepare(Scenario scenario) throws UsageException, InterruptedException, CannotPlayException {
        try {
            return ScenarioRun.prepare(new PlayPlan(scenario, evidence, PlayPlan.DEFAULT_LIMIT), Version.number());
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static ScenarioText text(Scenario scenario) {
        List<Map.Entry<String, String>> links = new ArrayList<>();
        for (Scenario.Link link : scenario.links()) {
            links.add(Map.entry(link.title(), link.url()));
        }
        return new ScenarioText(scenario.id(), scenario.claim(), scenario.watch(), scenario.why(), links);
    }
}
