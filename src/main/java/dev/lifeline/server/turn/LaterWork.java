package dev.lifeline.server.turn;

import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.loop.LoopPhase;
import dev.lifeline.record.LaneRecorder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// Work that is left for later on an event loop: for right behind the piece that is being done, for when the sockets that are ready are
/// served, or for a time. For the loop's thread.
public final class LaterWork {

    private final TurnLog log;
    private final Queue<Work> between = new ArrayDeque<>();
    private Queue<Work> check = new ArrayDeque<>();
    private final List<Timed> timers = new ArrayList<>();

    /// @param who for whom
    /// @param what in a few words
    private record Work(LaneRecorder who, String what, Runnable task) {
    }

    private record Timed(long at, Work work) {
    }

    public LaterWork(TurnLog log) {
        this.log = log;
    }

    /// Has something done behind the piece of work that is being done, before anything else.
    public void next(LaneRecorder who, String what, Runnable task) {
        between.add(new Work(who, what, task));
    }

    /// Has something done when the sockets that are ready are served.
    public void check(LaneRecorder who, String what, Runnable task) {
        check.add(new Work(who, what, task));
    }

    /// Has something done once its time has come.
    ///
    /// @param at in nanoseconds of the loop's clock
    public void at(long at, LaneRecorder who, String what, Runnable task) {
        timers.add(new Timed(at, new Work(who, what, task)));
    }

    /// The time of the earliest; [Long#MAX_VALUE] where there is none, and one that has passed where something is left to be checked.
    public long next() {
        long next = check.isEmpty() ? Long.MAX_VALUE : Long.MIN_VALUE;
        for (Timed each : timers) {
            next = Math.min(next, each.at());
        }
        return next;
    }

    /// Does what is left for behind a piece of work. What that leaves in its turn comes at once: who never stops keeps the loop from all
    /// else.
    public void doBetween() {
        for (Work work = between.poll(); work != null; work = between.poll()) {
            run(LoopPhase.BETWEEN, work);
        }
    }

    /// Does what was left until now for behind the sockets.
    public void doCheck() {
        if (check.isEmpty()) {
            return;
        }
        Queue<Work> left = check;
        check = new ArrayDeque<>();
        for (Work work : left) {
            run(null, work);
            doBetween();
        }
    }

    /// Does what is due.
    public void doTimers(long now) {
        for (int i = 0; i < timers.size(); i++) {
            Timed each = timers.get(i);
            if (each.at() <= now) {
                timers.remove(i--);
                run(null, each.work());
                doBetween();
            }
        }
    }

    private void run(LoopPhase phase, Work work) {
        long from = log.now();
        try {
            work.task().run();
        } catch (RuntimeException e) {
            work.who().mark(new RunEvent.Remark("unforeseen: " + e.getClass().getName()));
        }
        log.did(phase, work.who(), work.what(), from);
    }
}
