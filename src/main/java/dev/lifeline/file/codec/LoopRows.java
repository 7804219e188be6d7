package dev.lifeline.file.codec;

import dev.lifeline.model.event.LoopEvent;

/// Events of the server's event loop, of the workers of a pool, and of sockets before they have an address.
final class LoopRows {

    static final Field WORKER = Field.count("worker", "Which, from 1.");
    static final Field BUSY = Field.count("busy", "Workers that have a connection then.");
    static final Field WORKERS = Field.count("workers", "Workers that there are.");
    private static final Field PHASE = Field.word("phase", EnumWords.PHASES, null);
    private static final Field HELD = Field.size("heldNanos", "How long the loop's thread was held by it.");
    private static final Field LIMIT = Field.count("limit", "Connections that the queue holds at most.");

    static final CodecRow<LoopEvent.SocketOpened> SOCKET_OPENED = CodecRow.named("socket-opened",
            "A socket exists; it has no address yet.",
            Field.word("purpose", EnumWords.PURPOSES, "The use that it is made for."))
            .of((event, out) -> out.word(event.purpose()),
                    in -> new LoopEvent.SocketOpened(in.word()));

    static final CodecRow<LoopEvent.Registered> REGISTERED = CodecRow.named("registered",
            "The event loop asked to be woken when a socket is ready.",
            Field.word("interest", EnumWords.INTERESTS, null))
            .of((event, out) -> out.word(event.interest()),
                    in -> new LoopEvent.Registered(in.word()));

    static final CodecRow<LoopEvent.Woke> WOKE = CodecRow.named("woke", "The event loop woke up.",
            Field.size("wakeUp", "Which wake-up this is, counted from 1."),
            Field.count("readyKeys", "How many sockets are ready."))
            .of((event, out) -> out.whole(event.number()).whole(event.readyKeys()),
                    in -> new LoopEvent.Woke(in.whole(), in.count()));

    static final CodecRow<LoopEvent.AcceptLoopEnded> ACCEPT_LOOP_ENDED = CodecRow.named("accept-loop-ended",
            "Accept said that no more connections wait.",
            Field.count("accepted", "How many connections this wake-up brought."))
            .of((event, out) -> out.whole(event.accepted()),
                    in -> new LoopEvent.AcceptLoopEnded(in.count()));

    static final CodecRow<LoopEvent.PoolOpened> POOL_OPENED = CodecRow.named("pool-opened",
            "A server has so many workers from now on, each of which serves one connection at a time.",
            Field.endpoint("local", "Where it listens."), WORKERS,
            Field.flag("boss", "Whether one thread accepts for all of them, and hands over by a queue."), LIMIT)
            .of((event, out) -> out.endpoint(event.local()).whole(event.workers()).flag(event.boss()).whole(event.limit()),
                    in -> new LoopEvent.PoolOpened(in.endpoint(), in.count(), in.flag(), in.count()));

    static final CodecRow<LoopEvent.WorkerQueued> WORKER_QUEUED = CodecRow.named("worker-queued",
            "A connection that was accepted is in the queue for the workers.",
            Field.count("depth", "Connections in the queue then, this one included."), LIMIT)
            .of((event, out) -> out.whole(event.depth()).whole(event.limit()),
                    in -> new LoopEvent.WorkerQueued(in.count(), in.count()));

    static final CodecRow<LoopEvent.WorkerTook> WORKER_TOOK = CodecRow.named("worker-took",
            "A worker accepted a connection itself, and serves it and no other.", WORKER, BUSY, WORKERS)
            .of((event, out) -> out.whole(event.worker()).whole(event.busy()).whole(event.workers()),
                    in -> new LoopEvent.WorkerTook(in.count(), in.count(), in.count()));

    static final CodecRow<LoopEvent.WorkerFreed> WORKER_FREED = CodecRow.named("worker-freed",
            "A worker is done with its connection, and free for another.", WORKER, BUSY, WORKERS)
            .of((event, out) -> out.whole(event.worker()).whole(event.busy()).whole(event.workers()),
                    in -> new LoopEvent.WorkerFreed(in.count(), in.count(), in.count()));

    static final CodecRow<LoopEvent.IntakePaused> INTAKE_PAUSED = CodecRow.named("intake-paused",
            "The queue for the workers is full: nothing is accepted until it has room.", LIMIT)
            .of((event, out) -> out.whole(event.limit()),
                    in -> new LoopEvent.IntakePaused(in.count()));

    static final CodecRow<LoopEvent.IntakeResumed> INTAKE_RESUMED = CodecRow.constant(
            new LoopEvent.IntakeResumed(), "intake-resumed", "The queue for the workers has room: what waits is accepted again.");

    static final CodecRow<LoopEvent.TurnedAway> TURNED_AWAY = CodecRow.named("turned-away",
            "A connection was accepted while the queue for the workers was full, and is closed unserved.", LIMIT)
            .of((event, out) -> out.whole(event.limit()),
                    in -> new LoopEvent.TurnedAway(in.count()));

    static final CodecRow<LoopEvent.PhaseRan> PHASE_RAN = CodecRow.named("phase-ran", "A part of a turn of the event loop is over.",
            PHASE,
            Field.size("turn", "Which turn of the loop, counted from 1."),
            Field.count("callbacks", "Pieces of work that were done in it."),
            Field.size("waitedNanos", "How long the loop waited in it for something to do."), HELD)
            .of((event, out) -> out.word(event.phase()).whole(event.turn()).whole(event.callbacks()).whole(event.waited()).whole(event.held()),
                    in -> new LoopEvent.PhaseRan(in.word(), in.whole(), in.count(), in.whole(), in.whole()));

    static final CodecRow<LoopEvent.CallbackRan> CALLBACK_RAN = CodecRow.named("callback-ran",
            "A piece of work of the event loop is done; nothing else was done meanwhile.",
            PHASE,
            Field.text("work", "In a few words."), HELD)
            .of((event, out) -> out.word(event.phase()).text(event.work()).whole(event.held()),
                    in -> new LoopEvent.CallbackRan(in.word(), in.text(), in.whole()));

    private LoopRows() {
    }

    /// The row of each kind.
    static CodecRow<? extends LoopEvent> row(LoopEvent.Kind kind) {
        return switch (kind) {
            case SOCKET_OPENED -> SOCKET_OPENED;
            case REGISTERED -> REGISTERED;
            case WOKE -> WOKE;
            case ACCEPT_LOOP_ENDED -> ACCEPT_LOOP_ENDED;
            case POOL_OPENED -> POOL_OPENED;
            case WORKER_QUEUED -> WORKER_QUEUED;
            case WORKER_TOOK -> WORKER_TOOK;
            case WORKER_FREED -> WORKER_FREED;
            case INTAKE_PAUSED -> INTAKE_PAUSED;
            case INTAKE_RESUMED -> INTAKE_RESUMED;
            case TURNED_AWAY -> TURNED_AWAY;
            case PHASE_RAN -> PHASE_RAN;
            case CALLBACK_RAN -> CALLBACK_RAN;
        };
    }
}
