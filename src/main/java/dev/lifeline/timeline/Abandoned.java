package dev.lifeline.timeline;

import dev.lifeline.model.RaceEvent;
import dev.lifeline.model.TraceEvent;
import java.util.ArrayList;
import java.util.List;

/// An attempt of the connection race that was given up: what became of it afterwards is not a failure.
///
/// @param connection which connection, from 1
/// @param attempt which attempt, from 1
/// @param reason why, for a person
public record Abandoned(int connection, int attempt, String reason) {

    /// All abandoned attempts, by time.
    public static List<Abandoned> of(Timeline timeline) {
        List<Abandoned> all = new ArrayList<>();
        for (TraceEvent mark : timeline.marks()) {
            if (mark.body() instanceof RaceEvent.Abandoned body) {
                all.add(new Abandoned(mark.connection(), mark.attempt(), body.reason()));
            }
        }
        return all;
    }

    /// Whether a span belongs to this attempt.
    public boolean covers(Span span) {
        return span.attempt() == attempt && span.connection() == connection;
    }
}
