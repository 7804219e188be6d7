package dev.lifeline.step;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.wording.step.StopWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The stops of a recording. Of a walk they are its own, each at the moment before it went on. Of any other run: where a program was
/// held, in the play of a scenario before each step, and where there is neither, before each stage of a program.
final class RecordedStops {

    /// A walk stays at each stop for longer than this. A shorter one was passed by: a breakpoint wanted another outcome, or the stage was
    /// done by hand.
    private static final long PASSED_BY_NANOS = 4_000_000;

    private final List<Stop> stops = new ArrayList<>();
    private final Map<Long, TraceEvent> holds = new HashMap<>();
    private final Set<Integer> stood = new HashSet<>();
    private boolean walked;
    private boolean held;
    private boolean played;

    /// The actors of a play, by lane and number of the connection.
    private final Map<String, String> actors = new HashMap<>();

    private RecordedStops(List<TraceEvent> events) {
        for (TraceEvent event : events) {
            walked |= event.body() instanceof PlayEvent.StepHeld
                    || event.body() instanceof HoldEvent.HoldStarted hold && hold.reason().equals(StopWords.REASON);
            held |= event.body() instanceof HoldEvent;
            played |= event.body() instanceof PlayEvent.StepStarted;
            if (event.body() instanceof PlayEvent.ConnectionOwned owned) {
                actors.put(key(event), owned.actor());
            }
        }
    }

    /// @param events in order of arrival
    static List<Stop> of(List<TraceEvent> events) {
        RecordedStops all = new RecordedStops(events);
        for (TraceEvent event : events) {
            all.look(event);
        }
        all.stops.add(Stop.end(all.stops.size() + 1, events.isEmpty() ? 0 : events.getLast().sequence() + 1));
        return all.stops;
    }

    private void look(TraceEvent event) {
        if (event.body() instanceof HoldEvent.HoldStarted hold) {
            if (!walked || hold.reason().equals(StopWords.REASON)) {
                holds.put(event.sequence(), event);
            }
        } else if (event.body() instanceof HoldEvent.HoldEnded ended && holds.containsKey(ended.started())) {
            TraceEvent began = holds.remove(ended.started());
            if (!walked || event.at() - began.at() >= PASSED_BY_NANOS) {
                wentOn(began, event.sequence());
            }
        } else if (event.body() instanceof PlayEvent.StepHeld step) {
            stood.add(step.number());
        } else if (event.body() instanceof PlayEvent.StepStarted step) {
            if (!walked || stood.remove(step.number())) {
                stops.add(Stop.step(stops.size() + 1, step.number(), step.actor(), event.sequence()));
            }
        } else if (!walked && !held && !played && event.body() instanceof StageEvent.Started started && event.lane() != Lane.KERNEL
                && started.stage() != Stage.ROUTE) {
            stops.add(Stop.held(stops.size() + 1, null, event.lane(), event.connection(), started.stage(), false, event.sequence()));
        }
    }

    private static String key(TraceEvent event) {
        return event.lane().label() + event.connection();
    }

    private void wentOn(TraceEvent began, long upTo) {
        HoldEvent.HoldStarted hold = (HoldEvent.HoldStarted) began.body();
        stops.add(Stop.held(stops.size() + 1, actors.get(key(began)), began.lane(), began.connection(), hold.stage(), hold.after(), upTo));
    }
}
