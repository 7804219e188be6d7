package dev.lifeline.file.codec;

import dev.lifeline.model.event.LoopEvent;

/// Events of the server's event loop, and of sockets before they have an address.
final class LoopRows {

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
