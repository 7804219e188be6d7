package dev.lifeline.analysis;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.RaceEvent;
import java.util.ArrayList;
import java.util.List;

/// An attempt of the connection race that was given up: what became of it afterwards is not a failure.
///
/// @param connection which connection, from 1
/// @param attempt which attempt, from 1
/// @param reason why, for a person
public record AbandonedAttempt(int connection, int attempt, String reason) {

    /// All abandoned attempts, by time.
    ///
    /// @param race what is told of connection races
    static List<AbandonedAttempt> of(List<TraceEvent> race) {
        List<AbandonedAttempt> all = new ArrayList<>();
        for (TraceEvent mark : race) {
            if (mark.body() instanceof RaceEvent.Abandoned body) {
                all.add(new AbandonedAttempt(mark.connection(), mark.attempt(), body.reason()));
            }
        }
        return all;
    }

    /// Says if a span belongs to this attempt.
    public boolean covers(Span span) {
        return span.attempt() == attempt && span.connection() == connection;
    }
}
