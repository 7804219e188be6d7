package dev.lifeline.step;

import dev.lifeline.analysis.socket.LookOwners;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.PlayEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Follows the kernel's looks of a run, and finds those after which a watched value is another; and the ends of steps that are waited for. A change lies between two looks; when,
/// nobody saw. Threads: any.
public final class WatchedLooks {

    /// A socket of which nothing is known any more, as a state.
    private static final long GONE = 0;

    /// A socket, as looks name it.
    private record Key(FourTuple tuple, Lane end, Endpoint listener) {

        // Those of a record are put together on first use, for 40 ms before the first card.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && end == that.end && Objects.equals(tuple, that.tuple) && Objects.equals(listener, that.listener);
        }

        @Override
        public int hashCode() {
            return tuple == null ? Objects.hashCode(listener) : tuple.hashCode();
        }
    }

    private final List<Breakpoint> watches = new ArrayList<>();
    private final Map<Key, TraceEvent> looks = new HashMap<>();
    private final LookOwners owners = new LookOwners();
    private final Map<Integer, StopHit> hits = new HashMap<>();
    private volatile boolean found;
    private long next;

    /// @param breakpoints those of them count that are watches, or wait for the end of a step
    /// @param seen what the person has seen, in order of arrival: changes in there are no news
    public WatchedLooks(List<Breakpoint> breakpoints, List<TraceEvent> seen) {
        for (Breakpoint each : breakpoints) {
            if (each.cause() instanceof Watch || each.cause() instanceof StepEnd) {
                watches.add(each);
            }
        }
        next = seen.isEmpty() ? 0 : seen.getLast().sequence() + 1;
        if (!watches.isEmpty()) {
            for (TraceEvent event : seen) {
                see(event);
            }
        }
        hits.clear();
        found = false;
    }

    /// Says if nothing is watched.
    public boolean isEmpty() {
        return watches.isEmpty();
    }

    /// The sequence number from which on events are wanted.
    public synchronized long next() {
        return next;
    }

    /// Takes note of what was recorded meanwhile.
    ///
    /// @param fresh in order of arrival; those that were seen before are left out
    public synchronized void see(List<TraceEvent> fresh) {
        for (TraceEvent event : fresh) {
            if (event.sequence() >= next) {
                next = event.sequence() + 1;
                see(event);
            }
        }
    }

    /// Says if a watched value was found changed.
    public boolean found() {
        return found;
    }

    /// The changes, the first one of each watch, and the ends of steps.
    public synchronized List<StopHit> hits() {
        List<StopHit> all = new ArrayList<>();
        for (Breakpoint each : watches) {
            if (hits.containsKey(each.number())) {
                all.add(hits.get(each.number()));
            }
        }
        return all;
    }

    private void see(TraceEvent event) {
        owners.see(event);
        if (event.body() instanceof PlayEvent.StepEnded ended) {
            ended(ended.number(), event);
        }
        Key key = key(event);
        if (key == null) {
            return;
        }
        TraceEvent before = looks.get(key);
        if (before != null && before.at() > event.at() || isOldSocketOfTimeWait(before, event)) {
            return;
        }
        for (Breakpoint each : watches) {
            if (each.cause() instanceof Watch watch && isOf(watch, event) && changed(watch, before, event) && !hits.containsKey(each.number())) {
                hits.put(each.number(), new StopHit(each.number(), each.cause(), null, before, event));
                found = true;
            }
        }
        looks.put(key, event);
    }

    private void ended(int step, TraceEvent event) {
        for (Breakpoint each : watches) {
            if (each.cause() instanceof StepEnd end && end.step() == step && !hits.containsKey(each.number())) {
                hits.put(each.number(), new StopHit(each.number(), each.cause(), null, null, event));
                found = true;
            }
        }
    }

    private boolean isOf(Watch watch, TraceEvent look) {
        return watch.actor() == null || watch.actor().equals(owners.of(look));
    }

    private static Key key(TraceEvent event) {
        return event.body() instanceof SocketSeen seen ? new Key(seen.tuple(), seen.end(), null)
                : event.body() instanceof SocketGone gone ? new Key(gone.tuple(), gone.end(), null)
                : event.body() instanceof ListenerSeen listener ? new Key(null, null, listener.local()) : null;
    }

    /// TIME_WAIT has a smaller socket of its own, which lives on when the old one goes.
    private static boolean isOldSocketOfTimeWait(TraceEvent before, TraceEvent event) {
        return isDestroyed(event) && before != null && before.body() instanceof SocketSeen seen && seen.socket().state() == SocketState.TIME_WAIT;
    }

    private static boolean isDestroyed(TraceEvent event) {
        return event.body() instanceof SocketSeen seen && seen.occasion() == Occasion.DESTROYED;
    }

    private static boolean changed(Watch watch, TraceEvent before, TraceEvent event) {
        long now = value(watch, event);
        long was = before == null ? 0 : value(watch, before);
        if (now < 0 || was < 0 || now == was) {
            return false;
        }
        if (watch.state() != null) {
            return now == watch.state().number();
        }
        return watch.bound() == 0 || now >= watch.bound() && was < watch.bound();
    }

    /// The watched value that a look shows; 0 for a socket that is gone; -1 where the look shows something else.
    public static long value(Watch watch, TraceEvent event) {
        if (watch.value() == Watch.Value.ACCEPTQ) {
            return event.body() instanceof ListenerSeen listener ? listener.queued() : -1;
        } else if (event.body() instanceof SocketSeen seen && (watch.end() == null || watch.end() == seen.end())) {
            return isDestroyed(event) ? GONE : switch (watch.value()) {
                case RECVQ -> seen.socket().unread();
                case SENDQ -> seen.socket().unacknowledged();
                case STATE -> seen.socket().state().number();
                case ACCEPTQ -> -1;
            };
        }
        return event.body() instanceof SocketGone gone && (watch.end() == null || watch.end() == gone.end()) ? GONE : -1;
    }
}
