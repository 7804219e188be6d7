package dev.lifeline.step.predict;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.scenario.judge.Questioned;
import dev.lifeline.scenario.predict.Questions;
import dev.lifeline.step.PlayedScenario;
import dev.lifeline.step.StepPlace;
import dev.lifeline.step.Stop;
import dev.lifeline.step.StopCause;

/// Where the questions of a walk come from: the scenario that is played, or for a walk over loopback without one the file of this
/// program.
///
/// @param scenario whose questions they are; `null` where nothing is asked
/// @param plain whether it is the walk without a scenario
record Questioner(Scenario scenario, boolean plain) {

    /// Nobody asks.
    static final Questioner NONE = new Questioner(null, false);

    /// The one of a trace with this header.
    static Questioner of(TraceHeader header) {
        PlayedScenario played = PlayedScenario.of(header);
        if (played != null) {
            return played.scenario().questions().isEmpty() ? NONE : new Questioner(played.scenario(), false);
        }
        return header.scenario() == null && header.mode() == Mode.LOOPBACK && header.connections() <= 1
                ? new Questioner(PlainWalk.scenario(), true) : NONE;
    }

    Questions questions() {
        return scenario == null ? Questions.NONE : scenario.questions();
    }

    /// The label of the step that a stop stands before; `null` where it stands before none that has one.
    String label(Stop stop) {
        if (scenario == null || stop == null) {
            return null;
        }
        if (plain) {
            return PlainWalk.label(scenario, stop);
        }
        if (stop.kind() == Stop.Kind.STEP) {
            for (Step step : scenario.steps()) {
                if (step.number() == stop.step()) {
                    return step.label();
                }
            }
        }
        return null;
    }

    /// The stop at which the questions of a label are asked; `null` where there is none.
    StopCause place(String label) {
        for (Step step : scenario.steps()) {
            if (label.equals(step.label())) {
                return plain ? PlainWalk.place(scenario, step) : new StepPlace(step.number(), label);
            }
        }
        return null;
    }

    /// Asks a trace, as far as it goes.
    Questioned ask(Trace trace) {
        TraceIndex index = TraceIndex.of(trace);
        return ask(index, Diagnosis.of(index));
    }

    Questioned ask(TraceIndex index, Verdict verdict) {
        return new Questioned(scenario, plain ? PlainWalk.record(scenario, index, verdict) : PlayRecord.of(index, verdict));
    }
}
