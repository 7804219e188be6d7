package dev.lifeline.analysis.fault;

import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.RunEvent;
import java.util.ArrayList;
import java.util.List;

/// A fault from its beginning to its end.
///
/// @param added as it began
/// @param lane the side that had it
/// @param held the time for which it held its side, in nanoseconds; holds that overlap count each
/// @param holds how many
/// @param before the stage before which it held it; `null` where it held nobody
/// @param acted what it did besides; `null` where it did nothing
/// @param ended whether it was over before the end of the trace
public record FaultLife(RunEvent.FaultAdded added, Lane lane, long held, int holds, Stage before, RunEvent.FaultActed acted, boolean ended) {

    /// All faults of a trace, in the order in which they were added.
    public static List<FaultLife> of(TraceIndex index) {
        List<FaultLife> lives = List.of();
        for (TraceEvent event : index.run()) {
            if (event.body() instanceof RunEvent.FaultAdded added) {
                lives = lives.isEmpty() ? new ArrayList<>() : lives;
                lives.add(of(index, added, event.lane()));
            }
        }
        return lives;
    }

    private static FaultLife of(TraceIndex index, RunEvent.FaultAdded added, Lane lane) {
        long held = 0;
        int holds = 0;
        Stage before = null;
        for (Hold hold : index.timeline().holds()) {
            if (hold.fault() == added.number()) {
                held += hold.took();
                holds++;
                before = hold.stage();
            }
        }
        RunEvent.FaultActed acted = null;
        boolean ended = false;
        for (TraceEvent event : index.run()) {
            if (event.body() instanceof RunEvent.FaultActed did && did.number() == added.number()) {
                acted = did;
            } else if (event.body() instanceof RunEvent.FaultEnded end && end.number() == added.number()) {
                ended = true;
            }
        }
        return new FaultLife(added, lane, held, holds, before, acted, ended);
    }

    /// Says if anything shows that it did something.
    public boolean did() {
        return holds > 0 || acted != null;
    }
}
