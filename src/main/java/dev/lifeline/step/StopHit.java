package dev.lifeline.step;

import dev.lifeline.model.TraceEvent;
import java.util.Objects;

/// A breakpoint or a watch that a stop is due to, or a change of state while the walk was stopped before.
///
/// @param number of the breakpoint; [#WHILE_STOPPED] or less for a change that nobody watches
/// @param cause what it waits for
/// @param stood who stands at the place, at another stop than the one that is shown; `null` where it is this one, and for a watch
/// @param before the look before the change; `null` where the socket had not been seen, and for a breakpoint
/// @param after the look that found it changed, or the end of a step; `null` for a place
public record StopHit(int number, StopCause cause, Stop stood, TraceEvent before, TraceEvent after) {

    /// Stands, with lower ones, for no breakpoint: so a state changed while the walk was stopped.
    public static final int WHILE_STOPPED = 0;

    public StopHit {
        Objects.requireNonNull(cause, "cause");
    }

    /// A place that somebody has come to.
    static StopHit at(Breakpoint breakpoint, Stop stood) {
        return new StopHit(breakpoint.number(), breakpoint.cause(), stood, null, null);
    }
}
