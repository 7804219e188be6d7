package dev.lifeline.scenario.judge;

import dev.lifeline.analysis.Span;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Outcome;

/// A stage of a play, in the terms of expectations.
///
/// @param span the stage, with both its events
public record StageRun(Span span) {

    /// Stage that ran.
    public Stage stage() {
        return span.stage();
    }

    /// Its beginning; for a skipped one the only event; `null` where it was dropped.
    public TraceEvent begin() {
        return span.begun();
    }

    /// Its end; `null` where it had not come when the play ended.
    public TraceEvent end() {
        return span.ended();
    }

    /// Gives either of its events.
    public TraceEvent any() {
        return span.begun() != null ? span.begun() : span.ended();
    }

    boolean skipped() {
        return span.state() instanceof Span.Skipped;
    }

    /// Outcome, or `null`.
    public Outcome outcome() {
        return span.outcome();
    }

    /// Code of its failure, or `null`.
    public ErrorCode code() {
        return span.state() instanceof Span.Failed failed ? failed.failure().code() : null;
    }

    /// The local end as it was known when it began, or `null`.
    Endpoint local() {
        return span.local();
    }

    /// Tells whether its socket had a port when it began.
    public boolean isBound() {
        return span.local() != null && span.local().port() > 0;
    }

    /// Tells whether it went so: `finished`, `failed` or `skipped`.
    public boolean went(String outcome) {
        return switch (span.state().kind()) {
            case DONE -> outcome.equals("finished");
            case FAILED -> outcome.equals("failed");
            case SKIPPED -> outcome.equals("skipped");
            case OPEN, NOT_REACHED, HANDSHAKE, QUEUED, CONCLUDED -> false;
        };
    }

    /// Says how it went, for a person.
    public String state() {
        return switch (span.state().kind()) {
            case DONE -> "finished";
            case FAILED -> "failed with " + code();
            case SKIPPED -> "skipped";
            case OPEN, NOT_REACHED, HANDSHAKE, QUEUED, CONCLUDED -> "under way when the play ended";
        };
    }
}
