package dev.lifeline.file.codec;

import dev.lifeline.model.event.LoopEvent;

/// Events of the server's event loop, and of sockets before they have an address.
final class LoopRows {

    static final CodecRow<LoopEvent.SocketOpened> SOCKET_OPENED = new CodecRow<>("socket-opened",
            "A socket exists; it has no address yet.",
            Field.word("purpose", EnumWords.PURPOSES, "The use that it is made for.")) {
        @Override
        void write(LoopEvent.SocketOpened event, FieldWriter out) {
            out.word(event.purpose());
        }

        @Override
        LoopEvent.SocketOpened read(FieldReader in) throws LineMistake {
            return new LoopEvent.SocketOpened(in.word());
        }
    };

    static final CodecRow<LoopEvent.Registered> REGISTERED = new CodecRow<>("registered",
            "The event loop asked to be woken when a socket is ready.",
            Field.word("interest", EnumWords.INTERESTS, null)) {
        @Override
        void write(LoopEvent.Registered event, FieldWriter out) {
            out.word(event.interest());
        }

        @Override
        LoopEvent.Registered read(FieldReader in) throws LineMistake {
            return new LoopEvent.Registered(in.word());
        }
    };

    static final CodecRow<LoopEvent.Woke> WOKE = new CodecRow<>("woke", "The event loop woke up.",
            Field.size("wakeUp", "Which wake-up this is, counted from 1."),
            Field.count("readyKeys", "How many sockets are ready.")) {
        @Override
        void write(LoopEvent.Woke event, FieldWriter out) {
            out.whole(event.number()).whole(event.readyKeys());
        }

        @Override
        LoopEvent.Woke read(FieldReader in) throws LineMistake {
            return new LoopEvent.Woke(in.whole(), in.count());
        }
    };

    static final CodecRow<LoopEvent.AcceptLoopEnded> ACCEPT_LOOP_ENDED = new CodecRow<>("accept-loop-ended",
            "Accept said that no more connections wait.",
            Field.count("accepted", "How many connections this wake-up brought.")) {
        @Override
        void write(LoopEvent.AcceptLoopEnded event, FieldWriter out) {
            out.whole(event.accepted());
        }

        @Override
        LoopEvent.AcceptLoopEnded read(FieldReader in) throws LineMistake {
            return new LoopEvent.AcceptLoopEnded(in.count());
        }
    };

    private LoopRows() {
    }

    /// The row of each kind.
    static CodecRow<? extends LoopEvent> row(LoopEvent.Kind kind) {
        return switch (kind) {
            case SOCKET_OPENED -> SOCKET_OPENED;
            case REGISTERED -> REGISTERED;
            case WOKE -> WOKE;
            case ACCEPT_LOOP_ENDED -> ACCEPT_LOOP_ENDED;
        };
    }
}
