package dev.lifeline.step.live;

import dev.lifeline.step.Command;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;
import java.util.List;

/// Faults of a run that stay for the next one, as breakpoints do.
record KeptFaults(List<Command.Fault> faults) {

    /// Hears what became of each.
    @FunctionalInterface
    interface Told {
        void say(boolean refused, String words);
    }

    /// Those that are on in a run.
    ///
    /// @param session `null` for no run
    static KeptFaults of(LiveSession session) {
        return new KeptFaults(session == null ? List.of() : session.faults().kept());
    }

    /// Adds them to a run at its first stop.
    ///
    /// @throws InterruptedException when the person did not want to wait
    Journey addTo(LiveSession session, Journey first, Told told) throws InterruptedException {
        Journey journey = first;
        for (Command.Fault fault : faults) {
            try {
                journey = session.fault(journey, fault, words -> told.say(false, "kept from the run before: " + words));
            } catch (CommandException e) {
                told.say(true, "not kept from the run before: " + fault.kind().label() + ": " + e.getMessage());
            }
        }
        return journey;
    }
}
