package dev.lifeline.cli.report;

import dev.lifeline.play.MissingNeed;
import dev.lifeline.play.NeedsTrial;
import dev.lifeline.play.PlayNeeds;
import dev.lifeline.scenario.Head;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.text.Printable;
import java.util.List;

/// Report of what this machine lacks for many scenarios: each need is tried for real, once.
///
/// Not for several threads at once.
public final class NeedsReport {

    private final NeedsTrial trial;

    public NeedsReport() {
        this(new NeedsTrial());
    }

    /// @param trial says what is missing of what is needed
    public NeedsReport(NeedsTrial trial) {
        this.trial = trial;
    }

    /// Names what is missing in one line, or gives `null` where all is there.
    public String missing(Scenario scenario) {
        return missing(PlayNeeds.of(scenario));
    }

    /// Names the same for a scenario of which only the head was read.
    public String missing(Head scenario) {
        return missing(PlayNeeds.of(scenario));
    }

    private String missing(PlayNeeds needs) {
        List<MissingNeed> lacks = trial.missing(needs);
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
