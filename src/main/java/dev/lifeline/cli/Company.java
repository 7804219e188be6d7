package dev.lifeline.cli;

import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import java.util.Set;

/// Whether a scenario can be played while others are.
final class Company {

    /// Steps that change something of the whole process.
    private static final Set<String> OF_THE_PROCESS = Set.of("limit-descriptors", "restore-descriptors");

    /// Needs that no other scenario may stand beside.
    private static final Set<String> NEEDS = Set.of("root", "privileged-ports");

    /// What is seen of the whole machine, or compares times that other plays on the same processors would stretch.
    private static final Set<String> DISTURBED = Set.of("counter", "ratio", "loop");

    private Company() {
    }

    /// Whether it must be the only one: it would be disturbed, or would disturb.
    static boolean alone(Scenario scenario) {
        for (String need : scenario.needs()) {
            if (NEEDS.contains(need)) {
                return true;
            }
        }
        for (ActorSpec actor : scenario.actors()) {
            // A port that is written in the file is one that another play may want as well.
            if (actor.args().has("port") && actor.args().number("port", 0) != 0) {
                return true;
            }
        }
        for (Step step : scenario.steps()) {
            if (OF_THE_PROCESS.contains(step.action())) {
                return true;
            }
        }
        for (Expectation expectation : scenario.expectations()) {
            if (DISTURBED.contains(expectation.kind())) {
                return true;
            }
        }
        return false;
    }
}
