package dev.lifeline.cli.report;

import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.wording.FindingWords;
import java.util.List;

/// The end of the play of one scenario among many.
///
/// @param id which
/// @param topic what it belongs to
/// @param kind how
/// @param held how many expectations held
/// @param findings all of them; empty where it did not come to that
/// @param reason why it could not be shown, what broke, or what was waited for in vain where an expectation did not hold; else `null`
/// @param took nanoseconds
public record PlayResult(String id, String topic, Kind kind, int held, List<Finding> findings, String reason, long took) {

    /// The ways in which it ends.
    public enum Kind {
        HELD("held", "held"),
        NOT_HELD("DID NOT HOLD", "not-held"),
        NOT_HERE("not here", "not-here"),
        INTERRUPTED("interrupted", "interrupted"),
        BROKEN("BROKE", "broken");

        private final String sign;
        private final String label;

        Kind(String sign, String label) {
            this.sign = sign;
            this.label = label;
        }

        /// For people.
        String sign() {
            return sign;
        }

        /// For programs.
        String label() {
            return label;
        }
    }

    public PlayResult {
        findings = List.copyOf(findings);
    }

    /// Judged to the end.
    ///
    /// @param unmet what was waited for in vain, in words
    public static PlayResult of(Scenario scenario, ExpectationResults found, List<String> unmet, long took) {
        Finding unseen = found.first(FindingState.NOT_SEEN);
        Kind kind = switch (found.code()) {
            case OK -> Kind.HELD;
            case EXPECTATION -> Kind.NOT_HELD;
            default -> Kind.NOT_HERE;
        };
        String reason = kind == Kind.NOT_HERE ? FindingWords.which(unseen.expectation().number(), unseen.expectation().id()) + ": " + unseen.observed()
                : kind == Kind.NOT_HELD && !unmet.isEmpty() ? String.join("; ", unmet) : null;
        return new PlayResult(scenario.id(), scenario.topic(), kind, found.held(), found.findings(), reason, took);
    }

    public static PlayResult notHere(String id, String topic, String reason) {
        return new PlayResult(id, topic, Kind.NOT_HERE, 0, List.of(), reason, 0);
    }

    public static PlayResult broken(String id, String topic, String reason, long took) {
        return new PlayResult(id, topic, Kind.BROKEN, 0, List.of(), reason, took);
    }

    public static PlayResult interrupted(Scenario scenario, long took) {
        return new PlayResult(scenario.id(), scenario.topic(), Kind.INTERRUPTED, 0, List.of(), null, took);
    }
}
