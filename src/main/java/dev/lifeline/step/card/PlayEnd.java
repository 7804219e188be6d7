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
import java.util.Map;

/// The answer at the end of a play: its claim, and what became of each expectation.
final class PlayEnd {

    private PlayEnd() {
    }

    static Frame of(PlayedScenario played, TraceIndex index, Canvas canvas) {
        Scenario scenario = played.scenario();
        List<Map.Entry<String, String>> links = new ArrayList<>();
        for (Scenario.Link link : scenario.links()) {
            links.add(Map.entry(link.title(), link.url()));
        }
        ScenarioText text = new ScenarioText(scenario.id(), scenario.claim(), scenario.watch(), scenario.why(), links);
        List<FindingWords.Shown> shown = new ArrayList<>();
        for (Finding finding : played.findings(index)) {
            shown.add(new FindingWords.Shown(finding.expectation().number(), finding.expectation().id(), finding.state(), finding.wanted(),
                    finding.seen()));
        }
        return PlayAnswer.brief(text, shown, PlayWords.unmet(index), null, new CrowdWords(canvas.glyphs()).happened(index), canvas);
    }
}
