package dev.lifeline.wording.life;

import dev.lifeline.analysis.life.Life;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;

/// A reset in words: by whom, and after what.
final class ResetWords {

    private ResetWords() {
    }

    static String of(Life.Reset life, Glyphs glyphs) {
        String by = life.own() ? "reset by this side" : life.by() == null ? "reset" : "reset by the " + life.by().label();
        String after = life.after() < 0 ? "" : " " + Durations.glance(life.after(), glyphs);
        return switch (life.since()) {
            case SYN -> by + after(after, "the SYN", " while connecting");
            case HANDSHAKE -> by + after(after, "the handshake", "");
            case REQUEST -> by + after(after, "the request", "");
            case OWN_FIN -> by + after(after, "this side's FIN", "");
            case BYTES -> by + " after " + (life.by() == null || life.bytes() == 1 ? LifeWords.bytes(life.bytes())
                    : Counted.grouped(life.bytes()) + " of its bytes");
            case PEER_FIN -> "closed by the " + life.by().label() + "; what came there later was reset";
            case UNKNOWN -> by + found(life.call());
        };
    }

    private static String after(String after, String what, String otherwise) {
        return after.isEmpty() ? otherwise : after + " after " + what;
    }

    private static String found(Stage call) {
        return switch (call) {
            case FIRST_BYTE -> " while the first byte was awaited";
            case DATA, RESPONSE, IDLE -> " while more was awaited";
            case WRITE, REQUEST, CLOSE -> ", found by the " + call.label();
            case LOOKUP, ROUTE, BIND, CONNECT, HANDSHAKE, ACCEPT_QUEUE, ACCEPT, WORKER_QUEUE, TLS, HANDLER, PROTOCOL -> " at " + call.label();
        };
    }
}
