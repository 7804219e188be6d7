package dev.lifeline.step;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.ScenarioSource;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.judge.Judge;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.scenario.yaml.ScenarioReader;
import dev.lifeline.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The scenario of which a trace is the play, as the trace itself has it.
///
/// @param scenario the scenario
public record PlayedScenario(Scenario scenario) {

    /// The one that was read last: a walk asks at every stop.
    private static volatile Known known;

    private record Known(ScenarioSource source, PlayedScenario played) {
    }

    /// Reads it out of a header; `null` where the trace is no play, and where its scenario is none for this version.
    public static PlayedScenario of(TraceHeader header) {
        ScenarioSource source = header.scenario();
        if (source == null) {
            return null;
        }
        Known last = known;
        if (last == null || last.source != source) {
            last = new Known(source, read(source));
            known = last;
        }
        return last.played;
    }

    private static PlayedScenario read(ScenarioSource source) {
        try {
            return new PlayedScenario(ScenarioReader.read(source.text().getBytes(StandardCharsets.UTF_8), source.id() + ".yaml", source.id(),
                    source.topic()));
        } catch (ScenarioException e) {
            return null;
        }
    }

    /// Writes a step as it stands in the file, its first line; empty where there is no such step. Safe to print.
    ///
    /// @param number from 1
    public String line(int number) {
        for (Step step : scenario.steps()) {
            if (step.number() == number && scenario.text() != null) {
                List<String> lines = scenario.text().lines().toList();
                int at = step.position().line() - 1;
                return at < 0 || at >= lines.size() ? "" : Printable.ascii(lines.get(at).strip().replaceFirst("^- *", ""));
            }
        }
        return "";
    }

    /// Judges the play.
    public List<Finding> findings(TraceIndex index) {
        Verdict verdict = Diagnosis.of(index);
        return Judge.judge(scenario, PlayRecord.of(index, verdict));
    }
}
