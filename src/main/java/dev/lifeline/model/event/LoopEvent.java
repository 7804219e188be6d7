package dev.lifeline.model.event;

import java.util.Objects;

/// Something happened in the server's event loop, or to a socket before it has an address.
public sealed interface LoopEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        SOCKET_OPENED, REGISTERED, WOKE, ACCEPT_LOOP_ENDED;

        @Override
        public boolean isBulk() {
            return this != SOCKET_OPENED;
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
}
