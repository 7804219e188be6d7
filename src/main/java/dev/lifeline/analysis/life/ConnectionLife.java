package dev.lifeline.analysis.life;

import dev.lifeline.analysis.Connections.Ends;

/// A connection and its life.
///
/// @param ends its numbers; [dev.lifeline.analysis.Connections#NONE] where the trace has no connection
/// @param life what became of it
/// @param failed whether a stage of it failed
public record ConnectionLife(Ends ends, Life life, boolean failed) {
}
