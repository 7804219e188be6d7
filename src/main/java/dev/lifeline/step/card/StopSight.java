package dev.lifeline.step.card;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Stop;
import java.util.ArrayList;
import java.util.List;

/// The view from the cursor of a journey: the trace as it was then, with what follows from it.
final class StopSight {

    private final Journey journey;
    private final TraceIndex index;
    private final long began;
    private TraceIndex before;

    StopSight(Journey journey) {
        this.journey = journey;
        this.index = TraceIndex.of(journey.seen());
        // Of all that is recorded, so that a moment has the same time at every stop.
        this.began = TraceIndex.of(journey.all()).began();
    }

    Journey journey() {
        return journey;
    }

    /// The trace up to the cursor.
    TraceIndex index() {
        return index;
    }

    /// The time from which the cards count, in nanoseconds since the origin.
    long began() {
        return began;
    }

    /// The trace up to the stop before.
    TraceIndex before() {
        if (before == null) {
            before = TraceIndex.of(journey.before());
        }
        return before;
    }

    Stop stop() {
        return journey.stop();
    }

    /// Says if an event came after the stop before.
    boolean isNew(TraceEvent event) {
        return event != null && event.sequence() >= journey.since();
    }

    /// Says if several connections are there, so that each must be named.
    boolean numbered() {
        return index.connections().all().size() > 1;
    }

    /// Tells whether both programs are traced, so that each fact names its side.
    boolean sides() {
        return journey.header().mode().observes(Lane.CLIENT) && journey.header().mode().observes(Lane.SERVER);
    }

    /// The looks and packets beside what a program told: those of its time, and those that its end was the reason for.
    ///
    /// @param told events of the program, some of them `null`
    List<TraceEvent> evidence(Lane lane, int connection, TraceEvent... told) {
        List<TraceEvent> all = new ArrayList<>();
        long from = Long.MAX_VALUE;
        long until = Long.MIN_VALUE;
        for (TraceEvent event : told) {
            if (event != null) {
                all.add(event);
                from = Math.min(from, event.at());
                until = Math.max(until, event.at());
            }
        }
        int number = index.connections().kernelNumber(lane, connection);
        for (TraceEvent event : index.kernel()) {
            if (number > 0 && event.connection() == number && (event.at() >= from && event.at() <= until || isCausedBy(event.body(), told))) {
                all.add(event);
            }
        }
        return all;
    }

    private static boolean isCausedBy(EventBody body, TraceEvent[] told) {
        long cause = body instanceof KernelEvent.SocketSeen seen ? seen.cause()
                : body instanceof KernelEvent.ListenerSeen listener ? listener.cause() : -1;
        for (TraceEvent event : told) {
            if (event != null && cause >= 0 && cause == event.sequence()) {
                return true;
            }
        }
        return false;
    }
}
