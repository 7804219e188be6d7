package dev.lifeline.scenario.judge;

import dev.lifeline.model.TraceEvent;
import java.util.List;

/// Selects the look of the kernel that an expectation means.
public final class LookSelector {

    private LookSelector() {
    }

    /// The last look while the step ran; else the first after it; without a step the last of all. `null` where there is none.
    ///
    /// @param looks by time
    /// @param mark of the step, or `null`
    public static TraceEvent at(List<TraceEvent> looks, StepMark mark) {
        TraceEvent last = null;
        for (TraceEvent look : looks) {
            if (mark == null || within(look, mark)) {
                last = look;
            }
        }
        if (last != null || mark == null) {
            return last;
        }
        for (TraceEvent look : looks) {
            if (look.at() > mark.end()) {
                return look;
            }
        }
        return null;
    }

    /// A look is stamped when it was made, and arrives a moment later.
    private static boolean within(TraceEvent look, StepMark mark) {
        return look.at() >= mark.begin() && look.at() <= mark.end();
    }
}
