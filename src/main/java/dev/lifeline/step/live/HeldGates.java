package dev.lifeline.step.live;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.record.Gate;
import dev.lifeline.record.Gates;
import dev.lifeline.step.Breakpoint;
import dev.lifeline.step.Move;
import dev.lifeline.wording.step.StopWords;
import java.util.LinkedHashSet;
import java.util.Set;

/// The gates that a walk holds: those at which the next move is to stop, and those at which somebody stands who is to stay.
final class HeldGates {

    private final Gates gates;
    private final Set<Gate> held = new LinkedHashSet<>();

    HeldGates(Gates gates) {
        this.gates = gates;
    }

    /// Holds what a move needs, then opens what it does not; nothing that is to stay held is open in between.
    ///
    /// @param occupied gates at which somebody stands who is to stay
    void hold(Move move, Set<Gate> occupied) {
        Set<Gate> wanted = wanted(move);
        wanted.addAll(occupied);
        for (Gate gate : wanted) {
            if (held.add(gate)) {
                gates.hold(gate, StopWords.REASON);
            }
        }
        for (Gate gate : Set.copyOf(held)) {
            if (!wanted.contains(gate)) {
                held.remove(gate);
                gates.release(gate);
            }
        }
    }

    private static Set<Gate> wanted(Move move) {
        Set<Gate> wanted = new LinkedHashSet<>();
        for (Stage stage : Stage.values()) {
            if (Gate.isAt(stage) && move.stopsBefore(stage)) {
                both(wanted, stage, false);
            }
            if (Gate.isAt(stage) && move.reach() == Move.Reach.GATE) {
                both(wanted, stage, true);
            }
        }
        for (Breakpoint each : move.breakpoints()) {
            for (Lane lane : new Lane[] {Lane.CLIENT, Lane.SERVER}) {
                if (each.place().lane() == null || each.place().lane() == lane) {
                    wanted.add(gate(lane, each.place().stage(), each.place().after()));
                }
            }
        }
        return wanted;
    }

    private static void both(Set<Gate> wanted, Stage stage, boolean after) {
        wanted.add(gate(Lane.CLIENT, stage, after));
        wanted.add(gate(Lane.SERVER, stage, after));
    }

    static Gate gate(Lane lane, Stage stage, boolean after) {
        return after ? Gate.after(lane, stage) : Gate.before(lane, stage);
    }
}
