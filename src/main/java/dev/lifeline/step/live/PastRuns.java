package dev.lifeline.step.live;

import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;
import java.util.ArrayList;
import java.util.List;

/// The journeys through the runs of a walk. The sockets of all but the last one are closed, and what was seen of them stays: it can be looked at
/// again, while the last one waits.
final class PastRuns {

    private final List<Journey> past = new ArrayList<>();
    /// The journey through the last run while another one is looked at; else `null`.
    private Journey waiting;

    /// Takes note of a run that another one follows. It is looked at from its first stop.
    void add(Journey left) {
        past.add(left.left().at(1));
    }

    /// The journey through the last run.
    ///
    /// @param now the one that is looked at
    Journey last(Journey now) {
        return waiting == null ? now : waiting;
    }

    /// Goes to a run. Each has the breakpoints of the one that was left, and its own counts.
    ///
    /// @param number from 1
    /// @param now the one that is looked at; where it is looked at is kept for the next time
    /// @throws CommandException where there is none
    Journey at(int number, Journey now) throws CommandException {
        int all = past.size() + 1;
        if (number > all) {
            throw new CommandException("there is no run " + number + ": there " + (all == 1 ? "is run 1" : "are runs 1 to " + all)
                    + (now.live() && all == 1 ? ", and rerun makes another one" : ""));
        }
        Journey last = home(now);
        if (number == all) {
            return last;
        }
        waiting = last;
        return past.get(number - 1).keeping(now);
    }

    /// Goes to the last run.
    ///
    /// @param now the one that is looked at
    Journey home(Journey now) {
        Journey last = last(now).keeping(now);
        if (waiting != null) {
            past.set(now.run() - 1, now);
        }
        waiting = null;
        return last;
    }

    /// Finds a journey.
    ///
    /// @param number of its run, from 1; 0 for one counted from the last
    /// @param behind 0 for the last run, -1 for the one before it
    /// @param now the journey that is looked at
    /// @throws CommandException where there is none
    Journey of(int number, int behind, Journey now) throws CommandException {
        int all = past.size() + 1;
        int wanted = number == 0 ? all + behind : number;
        if (past.isEmpty()) {
            throw new CommandException("there is one run, and nothing to compare it with" + (now.live() ? ": rerun makes another one" : ""));
        } else if (wanted > all) {
            throw new CommandException("there is no run " + wanted + ": there are runs 1 to " + all);
        }
        return wanted == all ? last(now) : past.get(wanted - 1);
    }
}
