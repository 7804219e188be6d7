package dev.lifeline.cli.report;

import dev.lifeline.play.MissingNeed;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.text.Printable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Report of what this machine lacks for many scenarios: tried for real, once for those that need the same.
///
/// Not for several threads at once.
public final class NeedsReport {

    private final Map<List<String>, List<MissingNeed>> tried = new HashMap<>();
    private final Function<Scenario, List<MissingNeed>> trial;

    public NeedsReport() {
        this(dev.lifeline.play.NeedsTrial::missing);
    }

    /// @param trial says what is missing for a scenario
    public NeedsReport(Function<Scenario, List<MissingNeed>> trial) {
        this.trial = trial;
    }

    /// Names what is missing in one line, or gives `null` where all is there.
    public String missing(Scenario scenario) {
        List<String> needs = dev.lifeline.play.NeedsTrial.of(scenario);
        List<MissingNeed> lacks = tried.get(needs);
        if (lacks == null) {
            lacks = needs.isEmpty() ? List.of() : trial.apply(scenario);
            tried.put(needs, lacks);
        }
        return lacks.isEmpty() ? null : sentence(lacks);
    }

    /// Why, and what would help, in one line of safe text.
    public static String sentence(List<MissingNeed> lacks) {
        StringBuilder text = new StringBuilder();
        for (MissingNeed lack : lacks) {
            text.append(text.isEmpty() ? "" : "; and ").append(lack.need()).append(": ").append(lack.reason())
                    .append(lack.remedy() == null ? "" : "; to enable: " + lack.remedy());
        }
        return Printable.ascii(text.toString().replace("\u2026", "..."));
    }
}
