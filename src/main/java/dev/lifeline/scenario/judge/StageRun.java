package dev.lifeline.scenario.judge;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;

/// A stage of a trace with both its events.
///
/// @param stage which
/// @param begin its beginning; for a skipped one the only event; `null` where it was dropped
/// @param end its end; `null` where it had not come when the play ended
public record StageRun(Stage stage, TraceEvent begin, TraceEvent end) {

    /// Either of its events.
    public TraceEvent any() {
        return begin != null ? begin : end;
    }

    boolean skipped() {
        return any().body() instanceof StageEvent.Skipped;
    }

    /// What it found out, or `null`.
    public Outcome outcome() {
        return end != null && end.body() instanceof StageEvent.Finished finished ? finished.outcome() : null;
    }

    /// How it failed, or `null`.
    public ErrorCode code() {
        return end != null && end.body() instanceof StageEvent.Failed failed ? failed.failure().code() : null;
    }

    /// The local end as it was known when it began, or `null`.
    Endpoint local() {
        return begin != null && begin.body() instanceof StageEvent.Started started ? started.local() : null;
    }

    /// The connection that it brought, as its side sees it; or `null`.
    FourTuple tuple() {
        Outcome outcome = outcome();
        if (outcome instanceof Outcome.Connected connected) {
            return connected.tuple();
        }
        return outcome instanceof Outcome.Accepted accepted ? accepted.tuple() : null;
    }

    /// How it went, as `stage` expectations say it.
    public String state() {
        if (skipped()) {
            return "skipped";
        }
        if (end == null) {
            return "under way when the play ended";
        }
        return code() == null ? "finished" : "failed with " + code();
    }
}
