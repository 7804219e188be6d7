package dev.lifeline.play;

import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.scenario.Scenario;
import java.util.Map;
import java.util.Objects;

/// Order for a play.
///
/// @param scenario what is played
/// @param evidence which sources take part
/// @param limit how long the whole play may take, in nanoseconds; what still runs then is interrupted
/// @param hosts the hosts of actors that are not on the play's own machine, by their names
public record PlayPlan(Scenario scenario, EvidenceChoice evidence, long limit, Map<String, String> hosts) {

    public PlayPlan {
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(evidence, "evidence");
        if (limit <= 0) {
            throw new IllegalArgumentException("a limit is more than 0 ns");
        }
        hosts = Map.copyOf(hosts);
    }

    /// Plans with all actors on one machine, and the limit that the scenario says.
    public PlayPlan(Scenario scenario, EvidenceChoice evidence) {
        this(scenario, evidence, scenario.limit());
    }

    /// Plans with all actors on one machine.
    public PlayPlan(Scenario scenario, EvidenceChoice evidence, long limit) {
        this(scenario, evidence, limit, Map.of());
    }

    /// Plans with whatever evidence this machine gives.
    public static PlayPlan of(Scenario scenario) {
        return new PlayPlan(scenario, EvidenceChoice.AUTO);
    }
}
