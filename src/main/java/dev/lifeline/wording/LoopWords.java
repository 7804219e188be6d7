package dev.lifeline.wording;

import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.text.Counted;

/// The server's event loop in words. It has no marks: a ladder does not show it.
final class LoopWords {

    private LoopWords() {
    }

    /// Writes an event of this group in its three lengths.
    static Wording of(LoopEvent event, String who) {
        return switch (event.kind()) {
            case SOCKET_OPENED -> of((LoopEvent.SocketOpened) event);
            case REGISTERED -> of((LoopEvent.Registered) event);
            case WOKE -> of((LoopEvent.Woke) event);
            case ACCEPT_LOOP_ENDED -> of((LoopEvent.AcceptLoopEnded) event, who);
        };
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
