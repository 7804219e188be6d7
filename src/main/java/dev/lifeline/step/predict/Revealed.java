package dev.lifeline.step.predict;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.predict.Option;
import java.util.List;
import java.util.Objects;

/// An answer beside what the run said.
///
/// @param asked what was answered
/// @param outcome how they stand to each other
/// @param shown the answer that this run showed; `null` where it showed none of them
/// @param findings what the run said to each part of the proof
/// @param evidence the events on which that rests, in order of arrival
public record Revealed(Answered asked, Outcome outcome, Option shown, List<Finding> findings, List<TraceEvent> evidence) {

    /// Ways in which an answer and a run can stand to each other.
    public enum Outcome {
        /// It was as predicted.
        AS_SAID,
        /// It was another of the answers.
        OTHERWISE,
        /// The person did not know.
        NOT_KNOWN,
        /// The run showed none of the answers: what decides it was not seen, or went otherwise here.
        NOT_SHOWN,
        /// No run shows it: right by what is known, and not by anything that was seen.
        NOT_JUDGED
    }

    public Revealed {
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(outcome, "outcome");
        findings = List.copyOf(findings);
        evidence = List.copyOf(evidence);
    }
}
