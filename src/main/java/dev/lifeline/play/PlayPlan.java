package dev.lifeline.play;

import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.scenario.Scenario;
import java.util.Objects;

/// Everything that is asked of a play.
///
/// @param scenario what is played
/// @param evidence which sources take part
/// @param limit how long the whole play may take, in nanoseconds; what still runs then is interrupted
public record PlayPlan(Scenario scenario, EvidenceChoice evidence, long limit) {

    /// Longer than any scenario of the catalogue takes.
    public static final long DEFAULT_LIMIT = 30_000_000_000L;

    public PlayPlan {
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(evidence, "evidence");
        if (limit <= 0) {
            throw new IllegalArgumentException("a limit is more than 0 ns");
        }
    }

    /// With whatever evidence this machine gives, and the usual limit.
    public static PlayPlan of(Scenario scenario) {
        return new PlayPlan(scenario, EvidenceChoice.AUTO, DEFAULT_LIMIT);
    }
}
