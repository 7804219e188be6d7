package dev.lifeline.run;

import dev.lifeline.model.TraceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Lets the events of a run pass in order of arrival, and keeps back those of connections that [ForeignConnections] made to its
/// server. An event that arrives while it is open whose its connection is waits: on one machine mostly for the microseconds between
/// accept and the return of connect.
final class OwnEvents {

    private final ForeignConnections strangers = new ForeignConnections();
    private final Deque<TraceEvent> waiting = new ArrayDeque<>();

    /// The events of a run that is over.
    static List<TraceEvent> of(List<TraceEvent> all) {
        OwnEvents own = new OwnEvents();
        List<TraceEvent> passed = own.pass(all);
        List<TraceEvent> last = own.rest();
        if (last.isEmpty()) {
            return passed;
        }
        List<TraceEvent> both = new ArrayList<>(passed);
        both.addAll(last);
        return both;
    }

    /// Those that may pass after these have arrived.
    List<TraceEvent> pass(List<TraceEvent> fresh) {
        for (TraceEvent event : fresh) {
            strangers.look(event);
        }
        waiting.addAll(fresh);
        List<TraceEvent> passed = new ArrayList<>(waiting.size());
        while (!waiting.isEmpty() && !strangers.undecided(waiting.peek())) {
            pass(waiting.poll(), passed);
        }
        return passed;
    }

    /// The events that still wait when no more arrive: nobody can tell any more that it is a stranger's.
    List<TraceEvent> rest() {
        List<TraceEvent> passed = new ArrayList<>(waiting.size());
        while (!waiting.isEmpty()) {
            pass(waiting.poll(), passed);
        }
        return passed;
    }

    private void pass(TraceEvent event, List<TraceEvent> passed) {
        if (!strangers.have(event)) {
            passed.add(event);
        }
    }
}
