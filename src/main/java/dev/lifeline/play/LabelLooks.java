package dev.lifeline.play;

import dev.lifeline.run.Observation;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.action.AwaitAction;
import dev.lifeline.scenario.action.MachineAction;
import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.expectation.Nested;
import dev.lifeline.scenario.word.Args;
import java.util.HashSet;
import java.util.Set;

/// Looks of the kernel that a play makes for the sake of its expectations and of what decides its predictions: when a step has ended whose label one of them names for
/// a socket or an accept queue. The step's own time does not contain the look, which is made on the step's thread after its end is
/// recorded; the step that follows waits for it. Other labels cost nothing.
final class LabelLooks {

    private final Set<String> labels = new HashSet<>();
    private final Observation observation;

    LabelLooks(Scenario scenario, Observation observation) {
        this.observation = observation;
        for (Expectation each : scenario.looked()) {
            add(each.kind(), each.args());
        }
    }

    private void add(ExpectationKind kind, Args args) {
        switch (kind) {
            case SOCKET, QUEUE -> {
                if (args.has("at")) {
                    labels.add(args.text("at"));
                }
            }
            case HOW_MANY -> {
                Nested that = (Nested) args.value("that");
                add(that.kind(), that.args());
            }
            default -> { }
        }
    }

    /// Looks at this label, too, whether or not an expectation names it.
    void add(String label) {
        labels.add(label);
    }

    /// A step has ended.
    ///
    /// @param sequence the number of the event that says so; -1 where it was dropped
    void ended(Step step, long sequence) {
        if (sequence >= 0 && labels.contains(step.label()) && !looksItself(step)) {
            observation.lookAtSockets(sequence);
        }
    }

    /// Tells whether the last that a step does is such a look.
    private static boolean looksItself(Step step) {
        return step.action().kind() == MachineAction.Kind.LOOK || step.action() instanceof AwaitAction await && await.looks();
    }
}
