package dev.lifeline.scenario.judge;

import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.text.Durations;
import java.util.List;

/// Selects the look of the kernel that an expectation means.
public final class LookSelector {

    private LookSelector() {
    }

    /// Tells for the sake of which event a look was made: its sequence number, or -1.
    static long cause(TraceEvent look) {
        return look.body() instanceof SocketSeen seen ? seen.cause() : look.body() instanceof ListenerSeen seen ? seen.cause()
                : look.body() instanceof SocketGone gone ? gone.cause() : -1;
    }

    /// The look that the end of the step asked for; without one the last look while the step ran; else the one before it, where the next
    /// look found no change; without a step the last of all. `null` where no look says what was true then: a look after the step may have found something that had become so since.
    ///
    /// @param looks by time
    /// @param mark of the step, or `null`
    public static TraceEvent at(List<TraceEvent> looks, StepMark mark) {
        TraceEvent asked = asked(looks, mark);
        if (asked != null) {
            return asked;
        }
        TraceEvent until = null;
        for (TraceEvent look : looks) {
            // A look is stamped when it was made, and arrives a moment later.
            if (mark == null || look.at() <= mark.end()) {
                until = look;
            } else {
                return until != null && (until.at() >= mark.begin() || unchanged(until, look)) ? until : null;
            }
        }
        return until;
    }

    /// The look that the end of the step asked for, or `null`. A socket that was found gone just before it is not looked at again.
    private static TraceEvent asked(List<TraceEvent> looks, StepMark mark) {
        if (mark == null || mark.looked() < 0) {
            return null;
        }
        TraceEvent asked = null;
        for (TraceEvent look : looks) {
            if (look.body() instanceof SocketGone gone) {
                // An earlier connection of the same actor says nothing of the one that was seen.
                boolean another = asked != null && asked.body() instanceof SocketSeen seen && !seen.tuple().equals(gone.tuple());
                asked = look.at() <= mark.looked() && !another ? look : asked;
            } else if (cause(look) == mark.lastSequence()) {
                asked = look;
            }
        }
        return asked;
    }

    /// Says which looks there were where none covers the step; `null` where there were none at all.
    public static String nearest(List<TraceEvent> looks, StepMark mark) {
        if (looks.isEmpty() || mark == null) {
            return null;
        }
        TraceEvent nearest = looks.getFirst();
        for (TraceEvent look : looks) {
            nearest = away(look, mark) < away(nearest, mark) ? look : nearest;
        }
        return "no look then; the nearest was " + Durations.text(away(nearest, mark)) + (nearest.at() > mark.end() ? " after" : " before")
                + " the step" + (nearest.at() > mark.end() ? "" : ", and the next found a change");
    }

    private static long away(TraceEvent look, StepMark mark) {
        return look.at() > mark.end() ? look.at() - mark.end() : Math.max(0, mark.begin() - look.at());
    }

    private static boolean unchanged(TraceEvent before, TraceEvent after) {
        if (before.body() instanceof ListenerSeen one && after.body() instanceof ListenerSeen other) {
            return one.queued() == other.queued() && one.backlog() == other.backlog();
        }
        if (before.body() instanceof SocketGone) {
            return true; // for good: what comes after it has another cookie
        }
        return before.body() instanceof SocketSeen one && after.body() instanceof SocketSeen other
                && same(one.socket(), other.socket());
    }

    private static boolean same(SocketSnapshot one, SocketSnapshot other) {
        return one.state() == other.state() && one.inode() == other.inode() && one.receiveQueue() == other.receiveQueue()
                && one.sendQueue() == other.sendQueue() && one.timer() == other.timer() && one.retransmits() == other.retransmits();
    }
}
