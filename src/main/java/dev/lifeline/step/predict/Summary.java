package dev.lifeline.step.predict;

import dev.lifeline.scenario.predict.Belief;
import java.util.List;

/// The end of a walk: what was predicted and what came of it.
///
/// @param revealed all predictions that were asked and could be judged, in the order in which they were asked
/// @param waiting those that were answered and of which the run showed none of the answers, or none yet
/// @param orders the puzzles that were answered and could be judged
/// @param first the first prediction that broke; `null` where none did
/// @param beliefs the beliefs that were touched, the firmest first
public record Summary(List<Revealed> revealed, List<Revealed> waiting, List<RevealedOrder> orders, Revealed first, List<Touched> beliefs) {

    /// A belief that a wrong answer was made of.
    ///
    /// @param belief which
    /// @param asked the answers that were made of it, in the order in which they were given
    /// @param confidence the highest with which one of them was given; 0 where it was not asked
    public record Touched(Belief belief, List<Answered> asked, int confidence) {
        public Touched {
            asked = List.copyOf(asked);
        }
    }

    public Summary {
        revealed = List.copyOf(revealed);
        waiting = List.copyOf(waiting);
        orders = List.copyOf(orders);
        beliefs = List.copyOf(beliefs);
    }

    /// Says if nothing was asked.
    public boolean isEmpty() {
        return revealed.isEmpty() && waiting.isEmpty() && orders.isEmpty();
    }

    /// How many were as predicted.
    public int asSaid() {
        int count = 0;
        for (Revealed each : revealed) {
            count += each.outcome() == Revealed.Outcome.AS_SAID ? 1 : 0;
        }
        return count;
    }
}
