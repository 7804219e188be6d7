package dev.lifeline.wording;

import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.loop.LoopPhase;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.picture.Gauge;

/// The server's event loop and its workers in words. The loop has no marks: a ladder does not show it.
final class LoopWords {

    private LoopWords() {
    }

    /// Writes an event of this group in its three lengths.
    static Wording of(LoopEvent event, String who, Glyphs glyphs) {
        return switch (event.kind()) {
            case SOCKET_OPENED -> of((LoopEvent.SocketOpened) event);
            case REGISTERED -> of((LoopEvent.Registered) event);
            case WOKE -> of((LoopEvent.Woke) event);
            case ACCEPT_LOOP_ENDED -> of((LoopEvent.AcceptLoopEnded) event, who);
            case POOL_OPENED -> of((LoopEvent.PoolOpened) event, who);
            case WORKER_QUEUED -> of((LoopEvent.WorkerQueued) event, glyphs);
            case WORKER_TOOK -> of((LoopEvent.WorkerTook) event, who, glyphs);
            case WORKER_FREED -> of((LoopEvent.WorkerFreed) event, who, glyphs);
            case INTAKE_PAUSED -> Wording.of("accepts no more: its queue is full", "stopped accepting, for its queue of "
                    + ((LoopEvent.IntakePaused) event).limit() + " for the workers was full", who);
            case INTAKE_RESUMED -> Wording.of("accepts again", "accepted again, for its queue for the workers had room", who);
            case TURNED_AWAY -> Wording.of("turned away: the queue for the workers is full",
                    "turned the connection away, for its queue of " + ((LoopEvent.TurnedAway) event).limit()
                            + " for the workers was full", who);
            case PHASE_RAN -> of((LoopEvent.PhaseRan) event, glyphs);
            case CALLBACK_RAN -> of((LoopEvent.CallbackRan) event, glyphs);
        };
    }

    /// `poll of turn 12: waited 3 ms, then 2 callbacks in 80 µs`.
    static Wording of(LoopEvent.PhaseRan event, Glyphs glyphs) {
        return Wording.brief(null, event.phase().label() + " of turn " + event.turn() + ": "
                + (event.waited() == 0 ? "" : "waited " + Durations.of(event.waited(), glyphs) + ", then ")
                + Counted.of(event.callbacks(), "callback") + " in " + Durations.of(event.held(), glyphs));
    }

    /// The stages tell of what is done for a ready socket.
    static Wording of(LoopEvent.CallbackRan event, Glyphs glyphs) {
        String work = event.phase().label() + ": " + Printable.ascii(event.work());
        return Wording.brief(event.phase() == LoopPhase.POLL || event.phase() == LoopPhase.CLOSE ? null : work, work + " held the loop for "
                + Durations.of(event.held(), glyphs));
    }

    static Wording of(LoopEvent.PoolOpened event, String who) {
        String has = "has " + Counted.of(event.workers(), "worker") + (event.boss() ? ", and a queue for " + Counted.of(event.limit(), "connection")
                + (event.workers() == 1 ? " before it" : " before them") : event.workers() == 1 ? ", which accepts itself" : ", which accept themselves");
        return new Wording(null, has, who + has);
    }

    static Wording of(LoopEvent.WorkerQueued event, Glyphs glyphs) {
        return new Wording("queued for a worker " + Gauge.workerQueue(event.depth(), event.limit(), glyphs),
                "queued it for a worker, " + event.depth() + " of " + event.limit() + " waiting",
                Counted.of(event.depth(), "connection") + " of at most " + event.limit()
                        + (event.depth() == 1 ? " was" : " were") + " in the server's queue for its workers");
    }

    static Wording of(LoopEvent.WorkerTook event, String who, Glyphs glyphs) {
        String worker = "worker " + event.worker();
        return new Wording(worker + " has it, " + Gauge.workers(event.busy(), event.workers(), glyphs),
                "gave it to " + worker, worker + " of " + who.strip() + " had accepted it itself; "
                        + busy(event.busy(), event.workers()));
    }

    static Wording of(LoopEvent.WorkerFreed event, String who, Glyphs glyphs) {
        String worker = "worker " + event.worker();
        return new Wording(worker + " is free, " + Gauge.workers(event.busy(), event.workers(), glyphs),
                "had " + worker + " free again", worker + " of " + who.strip() + " was free again; "
                        + busy(event.busy(), event.workers()));
    }

    /// Writes how many workers have a connection: `2 of 2 workers were busy`.
    private static String busy(int busy, int workers) {
        return busy + " of " + Counted.of(workers, "worker") + (workers == 1 ? " was busy" : " were busy");
    }

    static Wording of(LoopEvent.SocketOpened event) {
        return Wording.brief(null, "opened a socket (" + event.purpose().label() + ")");
    }

    static Wording of(LoopEvent.Registered event) {
        return Wording.brief(null, "asked to be woken for " + event.interest().label());
    }

    static Wording of(LoopEvent.Woke event) {
        return Wording.brief(null, "wake-up " + event.number() + ", " + Counted.of(event.readyKeys(), "socket") + " ready");
    }

    static Wording of(LoopEvent.AcceptLoopEnded event, String who) {
        String accepted = "accepted " + Counted.of(event.accepted(), "connection");
        return new Wording(null, accepted + ", and no more waited",
                event.accepted() < 2 ? null : who + "had " + accepted + " in one wake-up");
    }
}
