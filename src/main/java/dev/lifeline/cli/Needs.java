package dev.lifeline.cli;

import dev.lifeline.run.play.Lack;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.view.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What this machine lacks for many scenarios: tried for real, once for those that need the same.
///
/// Not for several threads at once.
final class Needs {

    private final Map<List<String>, List<Lack>> tried = new HashMap<>();
    private final Function<Scenario, List<Lack>> trial;

    Needs() {
        this(dev.lifeline.run.play.Needs::missing);
    }

    /// @param trial says what is missing for a scenario
    Needs(Function<Scenario, List<Lack>> trial) {
        this.trial = trial;
    }

    /// What is missing in one line, or `null` where all is there.
    String missing(Scenario scenario) {
        List<String> needs = dev.lifeline.run.play.Needs.of(scenario);
        List<Lack> lacks = tried.get(needs);
        if (lacks == null) {
            lacks = needs.isEmpty() ? List.of() : trial.apply(scenario);
            tried.put(needs, lacks);
        }
        return lacks.isEmpty() ? null : sentence(lacks);
    }

    /// Why, and what would help, in one line of safe text.
    static String sentence(List<Lack> lacks) {
        StringBuilder text = new StringBuilder();
        for (Lack lack : lacks) {
            text.append(text.isEmpty() ? "" : "; and ").append(lack.need()).append(": ").append(lack.reason())
                    .append(lack.remedy() == null ? "" : "; to enable: " + lack.remedy());
        }
        return Text.safe(text.toString().replace("\u2026", "..."));
    }
}
