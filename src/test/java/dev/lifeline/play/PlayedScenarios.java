package dev.lifeline.play;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.judge.Judge;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.scenario.yaml.ScenarioReader;
import java.nio.file.Path;
import java.util.List;

/// Plays a scenario and judges it, as the command does.
final class PlayedScenarios {

    private PlayedScenarios() {
    }

    static List<Finding> findings(Scenario scenario) throws Exception {
        return Judge.judge(scenario, record(scenario));
    }

    static PlayRecord record(Scenario scenario) throws Exception {
        try (ScenarioRun run = ScenarioRun.prepare(PlayPlan.of(scenario), "test")) {
            Trace trace = run.execute(null);
            TraceIndex index = TraceIndex.of(trace);
            return PlayRecord.of(index, Diagnosis.of(index));
        }
    }

    static String told(List<Finding> findings) {
        StringBuilder out = new StringBuilder();
        for (Finding each : findings) {
            out.append('\n').append(each.state()).append("  ").append(each.expectation().kind().label()).append(" at ")
                    .append(each.expectation().position()).append(": expected ").append(each.expected()).append("; observed ")
                    .append(each.observed());
        }
        return out.toString();
    }

    /// Plays files by hand and prints what became of their expectations and all events.
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            Scenario scenario = ScenarioReader.read(Path.of(file));
            long before = System.nanoTime();
            try (ScenarioRun run = ScenarioRun.prepare(PlayPlan.of(scenario), "test")) {
                Trace trace = run.execute(null);
                TraceIndex index = TraceIndex.of(trace);
            Verdict verdict = Diagnosis.of(index);
                if (System.getProperty("events") != null) {
                    trace.events().forEach(System.out::println);
                }
                System.out.println(verdict);
                System.out.println(file + " in " + (System.nanoTime() - before) / 1_000_000 + " ms"
                        + told(Judge.judge(scenario, PlayRecord.of(index, verdict))));
            } catch (CannotPlayException e) {
                System.out.println(file + " cannot be played: " + e.getMessage());
            }
        }
    }
}
