package dev.lifeline.record;

import dev.lifeline.model.Lane;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The connections of one session that can be reached by hand, and the errands for those whose thread has to be found at a gate.
///
/// Threads: any.
public final class HandReach {

    /// More than a person gives before one is done.
    private static final int MOST_ERRANDS = 64;

    private final Gates gates;
    private final Set<Reachable> reachable = new LinkedHashSet<>();
    private final Deque<Given> given = new ArrayDeque<>();
    private volatile boolean any;

    /// Something that a program's own thread is to do.
    @FunctionalInterface
    public interface Errand {

        /// Does it.
        ///
        /// @return whether the program can go on with its connection
        boolean run();
    }

    private record Given(LaneRecorder who, Errand errand) {
    }

    HandReach(Gates gates) {
        this.gates = gates;
    }

    /// A connection is open.
    public synchronized void add(Reachable one) {
        reachable.add(one);
    }

    /// It is not any more.
    public synchronized void remove(Reachable one) {
        reachable.remove(one);
    }

    /// Those of a lane, in the order in which they came.
    public synchronized List<Reachable> of(Lane lane) {
        List<Reachable> all = new ArrayList<>();
        for (Reachable each : reachable) {
            if (each.who().lane() == lane) {
                all.add(each);
            }
        }
        return all;
    }

    /// Has the thread of a lane do something as soon as it waits.
    ///
    /// @return whether it will be done, unless its program ends before
    public boolean give(LaneRecorder who, Errand errand) {
        synchronized (this) {
            if (given.size() >= MOST_ERRANDS) {
                return false;
            }
            given.add(new Given(who, errand));
            any = true;
        }
        gates.wake();
        return true;
    }

    /// Takes the next errand of a lane; `null` where there is none.
    public Errand poll(LaneRecorder who) {
        if (!any) {
            return null;
        }
        synchronized (this) {
            for (Given each : given) {
                if (each.who.lane() == who.lane() && each.who.connection() == who.connection()) {
                    given.remove(each);
                    any = !given.isEmpty();
                    return each.errand;
                }
            }
            return null;
        }
    }
}
