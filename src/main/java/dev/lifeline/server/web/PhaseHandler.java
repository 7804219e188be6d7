package dev.lifeline.server.web;

import dev.lifeline.record.LaneRecorder;
import dev.lifeline.server.LoopWork;
import dev.lifeline.server.turn.LaterWork;

/// Leaves work for each phase of the loop's turn, and answers with the order in which it was done.
final class PhaseHandler {

    private PhaseHandler() {
    }

    /// The handler runs in the poll phase: what it leaves for between comes first, then check, then the timer of the next turn, though it
    /// was due at once.
    static void answer(ServedExchange exchange) {
        LoopWork loop = exchange.loop();
        LaterWork later = loop.later();
        LaneRecorder who = exchange.who();
        StringBuilder order = new StringBuilder("poll: the handler\n");
        later.at(loop.clock(), who, "a timer of 0 ms", () -> {
            order.append("timers: a timer of 0 ms\n");
            exchange.answerLater(Reply.of(200, order.toString()));
        });
        later.check(who, "left for check", () -> {
            order.append("check: left for when the sockets are served\n");
            later.next(who, "left between, by check", () -> order.append("between: left by check\n"));
        });
        later.next(who, "left between", () -> {
            order.append("between: left by the handler\n");
            later.next(who, "left between, by between", () -> order.append("between: left by that\n"));
        });
    }

    /// Leaves work behind itself that leaves work behind itself, and so on: no timer and no socket has its turn meanwhile.
    static void starve(ServedExchange exchange, long nanos) {
        LoopWork loop = exchange.loop();
        again(exchange, loop, loop.clock() + nanos);
    }

    private static void again(ServedExchange exchange, LoopWork loop, long until) {
        if (loop.clock() < until && !loop.isStopping()) {
            loop.later().next(exchange.who(), "work that leaves itself", () -> again(exchange, loop, until));
        } else {
            exchange.answerLater(Reply.of(200, "starved\n"));
        }
    }
}
