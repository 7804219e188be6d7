package dev.lifeline.model;

import dev.lifeline.model.event.EventBody;
import java.util.Comparator;
import java.util.Objects;

/// One observed event: a flat envelope round its body. Sorting and filtering need only the envelope.
///
/// @param sequence order of arrival at the recorder, from 0; it is never a claim about cause
/// @param at when, in nanoseconds since the origin of the trace
/// @param lane who observed it
/// @param evidence how it came to be known
/// @param connection which connection of its lane, counted from 1; 0 for what belongs to none (a listening socket).
///     Client and server count for themselves; the four-tuple says which of theirs are the same connection.
/// @param attempt which attempt of the connection race, counted from 1; 0 for what belongs to none
/// @param body what happened
public record TraceEvent(long sequence, long at, Lane lane, Evidence evidence, int connection, int attempt, EventBody body) {

    /// By time, then by arrival: the order in which a trace is read.
    ///
    /// One lambda by hand: those of [Comparator] are serializable, which no start-up cache holds.
    public static final Comparator<TraceEvent> BY_TIME = (one, other) -> {
        int byTime = Long.compare(one.at, other.at);
        return byTime != 0 ? byTime : Long.compare(one.sequence, other.sequence);
    };

    public TraceEvent {
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(body, "body");
    }
}
