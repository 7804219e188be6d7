package dev.lifeline.play;

import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.action.AwaitAction;
import java.util.HashSet;
import java.util.Set;

/// Counters of the kernel that steps of a scenario wait for: they must be read before the first step.
final class AwaitedCounters {

    private AwaitedCounters() {
    }

    /// Lists them, as the kernel calls them.
    static Set<String> of(Scenario scenario) {
        Set<String> counted = new HashSet<>();
        for (Step step : scenario.steps()) {
            if (step.action() instanceof AwaitAction.AwaitCount count && count.counter() != null) {
                counted.add(count.counter());
            }
        }
        return counted;
    }
}
