package dev.lifeline.analysis;

import dev.lifeline.analysis.packet.PacketFlow;
import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.RaceEvent;
import java.util.ArrayList;
import java.util.List;

/// An attempt of the connection race that was given up: what became of it afterwards is not a failure.
///
/// @param connection which connection, from 1
/// @param attempt which attempt, from 1
/// @param reason why, for a person
/// @param answeredAfter how long after it was given up its SYN-ACK was seen, in nanoseconds; -1 where that was not seen then
public record AbandonedAttempt(int connection, int attempt, String reason, long answeredAfter) {

    /// All abandoned attempts, by time.
    ///
    /// @param race what is told of connection races
    /// @param flows the packets of connections
    static List<AbandonedAttempt> of(List<TraceEvent> race, PacketFlows flows) {
        List<AbandonedAttempt> all = new ArrayList<>();
        for (TraceEvent mark : race) {
            if (mark.body() instanceof RaceEvent.Abandoned body) {
                PacketFlow flow = flows.of(mark.connection(), mark.attempt());
                long late = flow == null || flow.synAckAt() < 0 ? -1 : flow.synAckAt() - mark.at();
                all.add(new AbandonedAttempt(mark.connection(), mark.attempt(), body.reason(), late <= 0 ? -1 : late));
            }
        }
        return all;
    }

    /// Finds the one that a span belongs to; `null` where it was not given up.
    public static AbandonedAttempt of(Span span, List<AbandonedAttempt> all) {
        for (AbandonedAttempt attempt : all) {
            if (attempt.covers(span)) {
                return attempt;
            }
        }
        return null;
    }

    private boolean covers(Span span) {
        return span.attempt() == attempt && span.connection() == connection;
    }
}
