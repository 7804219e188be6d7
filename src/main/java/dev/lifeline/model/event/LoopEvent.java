package dev.lifeline.model.event;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.loop.LoopPhase;
import dev.lifeline.model.socket.Interest;
import java.util.Objects;

/// Something happened in the server's event loop, among the workers of one that has a pool of them, or to a socket before it has
/// an address.
public sealed interface LoopEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        SOCKET_OPENED, REGISTERED, WOKE, ACCEPT_LOOP_ENDED, POOL_OPENED, WORKER_QUEUED, WORKER_TOOK, WORKER_FREED, INTAKE_PAUSED,
        INTAKE_RESUMED, TURNED_AWAY, PHASE_RAN, CALLBACK_RAN;

        @Override
        public boolean isBulk() {
            return switch (this) {
                case REGISTERED, WOKE, ACCEPT_LOOP_ENDED, PHASE_RAN, CALLBACK_RAN -> true;
                case SOCKET_OPENED, POOL_OPENED, WORKER_QUEUED, WORKER_TOOK, WORKER_FREED, INTAKE_PAUSED, INTAKE_RESUMED,
                     TURNED_AWAY -> false;
            };
        }
    }

    @Override
    Kind kind();

    @Override
    default EventGroup group() {
        return EventGroup.LOOP;
    }

    /// A socket exists; it has no address yet.
    ///
    /// @param purpose the use that it is made for
    record SocketOpened(SocketPurpose purpose) implements LoopEvent {
        public SocketOpened {
            Objects.requireNonNull(purpose, "purpose");
        }

        @Override
        public Kind kind() {
            return Kind.SOCKET_OPENED;
        }
    }

    /// The loop asked to be woken when a socket is ready.
    ///
    /// @param interest the readiness that is waited for
    record Registered(Interest interest) implements LoopEvent {
        public Registered {
            Objects.requireNonNull(interest, "interest");
        }

        @Override
        public Kind kind() {
            return Kind.REGISTERED;
        }
    }

    /// The loop woke up.
    ///
    /// @param number which wake-up this is, counted from 1
    /// @param readyKeys how many sockets are ready
    record Woke(long number, int readyKeys) implements LoopEvent {
        @Override
        public Kind kind() {
            return Kind.WOKE;
        }
    }

    /// The accept loop of one wake-up is done: accept said that no more connections wait.
    ///
    /// @param accepted how many connections this wake-up brought
    record AcceptLoopEnded(int accepted) implements LoopEvent {
        @Override
        public Kind kind() {
            return Kind.ACCEPT_LOOP_ENDED;
        }
    }

    /// A server has so many workers from now on, each of which serves one connection at a time.
    ///
    /// @param local where it listens
    /// @param workers how many, from 1
    /// @param boss whether one thread accepts for all of them, and hands over by a queue; otherwise each worker accepts itself
    /// @param limit connections that the queue holds at most; 0 without a queue
    record PoolOpened(Endpoint local, int workers, boolean boss, int limit) implements LoopEvent {
        public PoolOpened {
            Objects.requireNonNull(local, "local");
        }

        @Override
        public Kind kind() {
            return Kind.POOL_OPENED;
        }
    }

    /// A connection that was accepted is in the queue for the workers; stage [dev.lifeline.model.Stage#WORKER_QUEUE] begins.
    ///
    /// @param depth connections in the queue now, this one included
    /// @param limit that it holds at most
    record WorkerQueued(int depth, int limit) implements LoopEvent {
        @Override
        public Kind kind() {
            return Kind.WORKER_QUEUED;
        }
    }

    /// A worker accepted a connection itself, and serves it and no other from now on. Of one from a queue
    /// [Outcome.Taken] tells that.
    ///
    /// @param worker which, from 1
    /// @param busy workers that have a connection now, this one included
    /// @param workers that there are
    record WorkerTook(int worker, int busy, int workers) implements LoopEvent {
        @Override
        public Kind kind() {
            return Kind.WORKER_TOOK;
        }
    }

    /// A worker is done with its connection, and free for another.
    ///
    /// @param worker which, from 1
    /// @param busy workers that still have a connection
    /// @param workers that there are
    record WorkerFreed(int worker, int busy, int workers) implements LoopEvent {
        @Override
        public Kind kind() {
            return Kind.WORKER_FREED;
        }
    }

    /// The queue for the workers is full: nothing is accepted until it has room.
    ///
    /// @param limit connections that it holds
    record IntakePaused(int limit) implements LoopEvent {
        @Override
        public Kind kind() {
            return Kind.INTAKE_PAUSED;
        }
    }

    /// The queue for the workers has room: what waits in the kernel's queue is accepted again.
    record IntakeResumed() implements LoopEvent {
        @Override
        public Kind kind() {
            return Kind.INTAKE_RESUMED;
        }
    }

    /// A connection was accepted while the queue for the workers was full, and is closed unserved.
    ///
    /// @param limit connections that the queue holds
    record TurnedAway(int limit) implements LoopEvent {
        @Override
        public Kind kind() {
            return Kind.TURNED_AWAY;
        }
    }

    /// A part of a turn of the loop is over, in which something was done.
    ///
    /// @param phase which
    /// @param turn of the loop, counted from 1
    /// @param callbacks pieces of work that were done
    /// @param waited how long the loop waited in it for something to do, in nanoseconds
    /// @param held how long its thread was held by the work, in nanoseconds
    record PhaseRan(LoopPhase phase, long turn, int callbacks, long waited, long held) implements LoopEvent {
        public PhaseRan {
            Objects.requireNonNull(phase, "phase");
        }

        @Override
        public Kind kind() {
            return Kind.PHASE_RAN;
        }
    }

    /// A piece of work of the loop is done; nothing else was done meanwhile.
    ///
    /// @param phase in which
    /// @param work in a few words
    /// @param held how long the loop's thread was held by it, in nanoseconds
    record CallbackRan(LoopPhase phase, String work, long held) implements LoopEvent {
        public CallbackRan {
            Objects.requireNonNull(phase, "phase");
            Objects.requireNonNull(work, "work");
        }

        @Override
        public Kind kind() {
            return Kind.CALLBACK_RAN;
        }
    }
}
