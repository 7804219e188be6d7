package dev.lifeline.step.live;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.record.Recorder;
import dev.lifeline.step.Breakpoint;
import dev.lifeline.step.StopHit;
import dev.lifeline.step.Watch;
import dev.lifeline.step.WatchedLooks;
import java.util.ArrayList;
import java.util.List;

/// Finds out how the state of each side's socket changed while a walk was stopped: its programs stood, and the kernel and the programs of others
/// went on. For the thread that walks.
final class Meanwhile {

    private static final List<Breakpoint> STATES = List.of(new Breakpoint(StopHit.WHILE_STOPPED, new Watch(Watch.Value.STATE, Lane.CLIENT, null, 0, null)),
            new Breakpoint(StopHit.WHILE_STOPPED - 1, new Watch(Watch.Value.STATE, Lane.SERVER, null, 0, null)));

    private long since = Long.MAX_VALUE;
    private List<StopHit> found = List.of();

    /// A stop is reached, or something was done by hand at it.
    ///
    /// @param next what is recorded from this number on comes while the walk is stopped
    void begin(long next) {
        since = next;
        found = List.of();
    }

    /// The walk goes on.
    ///
    /// @param events of the run until now, as far as they were shown
    void end(List<TraceEvent> events, Recorder recorder) {
        List<TraceEvent> before = new ArrayList<>();
        for (TraceEvent event : events) {
            if (event.sequence() < since) {
                before.add(event);
            }
        }
        WatchedLooks looks = new WatchedLooks(STATES, before);
        looks.see(recorder.from(Math.min(since, recorder.next())));
        found = looks.hits();
    }

    /// The changes, without those that a watch tells already.
    List<StopHit> besides(List<StopHit> told) {
        List<StopHit> rest = new ArrayList<>();
        for (StopHit each : found) {
            boolean twice = false;
            for (StopHit other : told) {
                twice |= other.after() == each.after();
            }
            if (!twice) {
                rest.add(each);
            }
        }
        return rest;
    }
}
