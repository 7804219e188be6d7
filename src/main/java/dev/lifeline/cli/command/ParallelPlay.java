package dev.lifeline.cli.command;

import dev.lifeline.play.ScenarioRun;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.expectation.ExpectationKind;

/// Tells whether a scenario can be played while others are.
final class ParallelPlay {

    private ParallelPlay() {
    }

    /// Tells whether it must be the only one: it would be disturbed, or would disturb.
    static boolean alone(Scenario scenario) {
        return ScenarioRun.isAlone(scenario) || comparesTimes(scenario) || wantsPort(scenario);
    }

    /// Says whether it compares or counts what other plays on the same processors would stretch.
    private static boolean comparesTimes(Scenario scenario) {
        for (Expectation expectation : scenario.expectations()) {
            if (expectation.kind() == ExpectationKind.RATIO || expectation.kind() == ExpectationKind.LOOP) {
                return true;
            }
        }
        return false;
    }

    /// A port that is written in the file is one that another play may want as well, unless each has a network of its own.
    private static boolean wantsPort(Scenario scenario) {
        if (scenario.isApart()) {
            return false;
        }
        for (ActorSpec actor : scenario.actors()) {
            if (actor.role().place() != null && actor.role().place().port() != 0) {
                return true;
            }
        }
        return false;
    }
}
