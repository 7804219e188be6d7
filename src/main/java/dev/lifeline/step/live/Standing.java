package dev.lifeline.step.live;

import dev.lifeline.record.Gate;
import dev.lifeline.record.Gates;
import java.util.Comparator;

/// A program that stands at a gate.
///
/// @param arrival how it came there
/// @param round the move in which it came: who has stood longest goes first
record Standing(Gates.Arrival arrival, int round) {

    /// Those who came in one move stand in the order of the stages of a life: their arrivals are a matter of microseconds.
    static final Comparator<Standing> ORDER = Comparator.comparingInt(Standing::round)
            .thenComparing(one -> one.arrival.stage()).thenComparing(one -> one.arrival.who().lane());

    Gate gate() {
        return HeldGates.gate(arrival.who().lane(), arrival.stage(), arrival.side() == Gate.Side.AFTER);
    }

    /// Says if it waits no more: its run has ended, or somebody else has opened the gate.
    boolean isGone() {
        return arrival.halt().isOver();
    }
}
