package dev.lifeline.step.live;

import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;
import java.util.ArrayList;
import java.util.List;

/// The journeys through the runs before the last one: their sockets are closed, what was seen stays.
final class PastRuns {

    private final List<Journey> past = new ArrayList<>();

    void add(Journey left) {
        past.add(left.left());
    }

    /// Finds a journey.
    ///
    /// @param number of its run, from 1; 0 for one counted from the last
    /// @param behind 0 for the last run, -1 for the one before it
    /// @param now the journey through the last run
    /// @throws CommandException where there is none
    Journey of(int number, int behind, Journey now) throws CommandException {
        int all = past.size() + 1;
        int wanted = number == 0 ? all + behind : number;
        if (past.isEmpty()) {
            throw new CommandException("there is one run, and nothing to compare it with" + (now.live() ? ": rerun makes another one" : ""));
        } else if (wanted > all) {
            throw new CommandException("there is no run " + wanted + ": there are runs 1 to " + all);
        }
        return wanted == all ? now : past.get(wanted - 1);
    }
}
