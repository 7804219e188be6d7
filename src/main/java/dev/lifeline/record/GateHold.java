package dev.lifeline.record;

import dev.lifeline.model.Stage;
import java.util.ArrayList;
import java.util.List;

/// A gate that is held.
///
/// @param reason why, for a person
record GateHold(Gate gate, String reason) {

    static final GateHold[] NONE = {};

    static String reason(GateHold[] all, Stage stage, Gate.Side side, LaneRecorder who) {
        for (GateHold each : all) {
            if (each.gate.isFor(who, stage, side)) {
                return each.reason;
            }
        }
        return null;
    }

    static GateHold[] without(GateHold[] all, Gate gate) {
        List<GateHold> kept = new ArrayList<>(all.length);
        for (GateHold each : all) {
            if (!each.gate.equals(gate)) {
                kept.add(each);
            }
        }
        return kept.toArray(NONE);
    }

    static GateHold[] with(GateHold[] all, GateHold one) {
        GateHold[] more = new GateHold[all.length + 1];
        System.arraycopy(all, 0, more, 0, all.length);
        more[all.length] = one;
        return more;
    }
}
