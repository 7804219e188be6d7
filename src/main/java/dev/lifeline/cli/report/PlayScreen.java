package dev.lifeline.cli.report;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.model.FindingState;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.scenario.judge.Questioned;
import dev.lifeline.scenario.judge.StoppedPlay;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.text.Printable;
import dev.lifeline.view.Detail;
import dev.lifeline.view.answer.PlayAnswer;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.table.FindingSentences;
import dev.lifeline.view.table.FindingsBlock;
import dev.lifeline.view.table.HelpLine;
import dev.lifeline.view.table.LabelTables;
import dev.lifeline.view.table.ScenarioText;
import dev.lifeline.wording.FindingWords;
import dev.lifeline.wording.PlayWords;
import dev.lifeline.wording.crowd.CrowdWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Shows the play of a scenario: its claim, its trace, what became of each expectation, and why. A live play and a replay come
/// through here alike, so they look alike to the byte.
public final class PlayScreen {

    private final Io io;
    private final Presenter presenter;
    private final Scenario scenario;
    private final ScenarioText text;

    public PlayScreen(Io io, Presenter presenter, Scenario scenario) {
        this.io = io;
        this.presenter = presenter;
        this.scenario = scenario;
        List<Map.Entry<String, String>> links = new ArrayList<>();
        for (Scenario.Link link : scenario.links()) {
            links.add(Map.entry(link.title(), link.url()));
        }
        this.text = new ScenarioText(scenario.id(), scenario.claim(), scenario.watch(), scenario.why(), links);
    }

    /// Says the claim first where all is shown, with an empty line below it: a person reads it while the play goes on. Elsewhere it
    /// stands at the end, where a person looks.
    public void begin() {
        if (presenter.detail() == Detail.DEEP) {
            List<Line> lines = new ArrayList<>(text.before(presenter.sentences(), presenter.canvas()).lines());
            lines.add(Line.EMPTY);
            presenter.print(new Frame(lines));
        }
    }

    /// Shows a trace that is not judged: of what was not played a finding would say that it did not hold.
    ///
    /// @param why what ended it: `interrupted`
    public void unjudged(TraceIndex index, Verdict verdict, String why) {
        Canvas canvas = presenter.canvas();
        switch (presenter.detail()) {
            case BRIEF -> presenter.print(PlayAnswer.brief(text, null, List.of(), why, crowds(index, canvas), canvas));
            case NORMAL -> presenter.print(presenter.picture(index, verdict).above(PlayAnswer.unjudged(text, why, canvas)));
            case DEEP -> {
                if (presenter.show(index, verdict)) {
                    presenter.print(new Frame(List.of(Line.EMPTY, Line.of(FindingWords.unjudged(why), Role.STRONG))));
                }
            }
        }
    }

    /// Shows the trace, what was found, and why it is so.
    public void end(TraceIndex index, Verdict verdict, ExpectationResults found) {
        Canvas canvas = presenter.canvas();
        switch (presenter.detail()) {
            case BRIEF -> presenter.print(PlayAnswer.brief(text, found.shown(), remarks(index, verdict, found), null, crowds(index, canvas), canvas));
            case NORMAL -> {
                Frame picture = presenter.picture(index, verdict);
                List<String> unmet = remarks(index, verdict, found);
                String happened = happened(index, verdict, canvas);
                presenter.print(presenter.sentences() ? picture.above(PlayAnswer.sentences(text, found.shown(), unmet, happened, index.labels(), canvas))
                        // The words of the texts are explained by them.
                        : HelpLine.below(picture, PlayAnswer.normal(text, found.shown(), unmet, happened, index.labels(), canvas,
                                picture.lines().size()), canvas));
            }
            case DEEP -> all(index, verdict, found);
        }
    }

    /// Says where the play was ended, then what was waited for in vain.
    private List<String> remarks(TraceIndex index, Verdict verdict, ExpectationResults found) {
        List<String> remarks = new ArrayList<>();
        if (StoppedPlay.of(index.events()) instanceof PlayEvent.PlayStopped stop) {
            remarks.add(FindingWords.stopped(stop.label(), found.findings().size(), scenario.expectations().size()));
        }
        remarks.addAll(PlayWords.unmet(index));
        remarks.addAll(mismarked(index, verdict, found));
        return remarks;
    }

    /// Says which predictions mark an answer right that was not so in this play. Where an expectation did not hold, that comes first.
    private List<String> mismarked(TraceIndex index, Verdict verdict, ExpectationResults found) {
        if (scenario.questions().isEmpty() || StoppedPlay.of(index.events()) != null || found.first(FindingState.NOT_HELD) != null) {
            return List.of();
        }
        List<String> remarks = new ArrayList<>();
        Questioned play = new Questioned(scenario, PlayRecord.of(index, verdict));
        for (Prediction each : scenario.questions().predictions()) {
            for (Finding finding : play.findings(each.proof())) {
                if (finding.state() == FindingState.NOT_HELD) {
                    remarks.add(FindingWords.mismarked(each.id(), each.right().id(), finding.expected(), finding.observed()));
                }
            }
        }
        return remarks;
    }

    private static String crowds(TraceIndex index, Canvas canvas) {
        return new CrowdWords(canvas.glyphs()).happened(index);
    }

    /// Says what became of crowds, and what went wrong.
    private static String happened(TraceIndex index, Verdict verdict, Canvas canvas) {
        String crowds = crowds(index, canvas);
        String other = verdict.result() == Verdict.Result.COMPLETED ? "" : verdict.happened();
        return crowds.isEmpty() || other.isEmpty() ? crowds + other : crowds + " " + other;
    }

    private void all(TraceIndex index, Verdict verdict, ExpectationResults found) {
        boolean sentences = presenter.sentences();
        if (presenter.show(index, verdict)) {
            Frame findings = sentences ? FindingSentences.of(found.shown(), presenter.canvas())
                    : FindingsBlock.of(found.shown(), presenter.canvas());
            List<Line> lines = new ArrayList<>(LabelTables.all(index, sentences, presenter.canvas()).lines());
            lines.add(Line.EMPTY);
            String crowds = crowds(index, presenter.canvas());
            if (!crowds.isEmpty()) {
                FindingSentences.add(lines, crowds, Role.PLAIN, presenter.canvas());
                lines.add(Line.EMPTY);
            }
            if (StoppedPlay.of(index.events()) != null) {
                FindingSentences.add(lines, remarks(index, verdict, found).getFirst(), Role.STRONG, presenter.canvas());
                lines.add(Line.EMPTY);
            }
            for (String remark : mismarked(index, verdict, found)) {
                FindingSentences.add(lines, remark, Role.STRONG, presenter.canvas());
                lines.add(Line.EMPTY);
            }
            lines.addAll(findings.above(text.after(sentences, presenter.canvas())).lines());
            presenter.print(new Frame(lines));
        }
    }

    /// Says whether exactly those did not hold of which that was expected, on the last line.
    public void differences(String sentence, boolean as) {
        List<Line> lines = new ArrayList<>();
        FindingSentences.add(lines, sentence, as ? Role.GOOD : Role.BAD, presenter.canvas());
        presenter.print(new Frame(lines));
    }

    /// Says on standard error what could not be seen, where that decides the exit code.
    ///
    /// @param command who says it
    public ExitCode code(ExpectationResults found, String command) {
        Finding unseen = found.first(FindingState.NOT_SEEN);
        if (found.code() == ExitCode.CANNOT_SHOW) {
            io.complain(command, scenario.id() + " cannot be shown here: "
                    + FindingWords.which(unseen.expectation().number(), unseen.expectation().id()) + ": " + Printable.ascii(unseen.observed()));
        }
        return found.code();
    }
}
