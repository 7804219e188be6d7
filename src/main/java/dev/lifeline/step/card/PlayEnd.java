package dev.lifeline.step.card;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.step.PlayedScenario;
import dev.lifeline.view.answer.PlayAnswer;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.table.ScenarioText;
import dev.lifeline.wording.FindingWords;
import dev.lifeline.wording.PlayWords;
import dev.lifeline.wording.crowd.CrowdWords;
import java.util.ArrayList;
import java.util.List;

/// The answer at the end of a play: its claim, and what became of each expectation.
final class PlayEnd {

    private PlayEnd() {
    }

    static Frame of(PlayedScenario played, TraceIndex index, Canvas canvas) {
        Scenario scenario = played.scenario();
        // Where to read on stands in the deep detail alone.
        ScenarioText text = new ScenarioText(scenario.id(), scenario.claim(), scenario.watch(), scenario.why(), List.of());
        List<FindingWords.Shown> shown = new ArrayList<>();
        for (Finding finding : played.findings(index)) {
            shown.add(finding.shown());
        }
        return PlayAnswer.brief(text, shown, PlayWords.unmet(index), null, new CrowdWords(canvas.glyphs()).happened(index), canvas);
    }
}
