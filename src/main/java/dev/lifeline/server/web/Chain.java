package dev.lifeline.server.web;

import dev.lifeline.http.StatusReason;

/// Walks the steps for one request: each answers, continues, or throws; what throws skips all that is behind, and is answered with 500.
/// A step that does none of these leaves the request without an answer.
final class Chain {

    private static final ChainStep[] STEPS = ChainStep.values();

    private final ServedExchange exchange;
    private int at;

    Chain(ServedExchange exchange) {
        this.exchange = exchange;
    }

    /// Walks from the first step on.
    void walk() {
        RequestId.with(exchange.id(), () -> {
            try {
                next(0);
            } catch (IllegalStateException e) {
                exchange.log().stepFailed(STEPS[at].label(), e.getMessage());
                exchange.answer(Reply.of(500, "500 " + StatusReason.of(500) + ": " + e.getMessage() + "\n"));
            }
        });
    }

    private void next(int index) {
        at = index;
        ChainStep step = STEPS[index];
        exchange.log().stepEntered(step.label());
        switch (step) {
            case REQUEST_ID -> {
                exchange.log().requestNamed(RequestId.current());
                next(index + 1);
            }
            case GUARD -> {
                switch (exchange.server().options().fault()) {
                    case HANG -> {
                        return;
                    }
                    case THROWS -> throw new IllegalStateException("the step guard threw, as it was told to");
                    default -> next(index + 1);
                }
            }
            case ROUTES -> Routes.answer(exchange);
        }
        exchange.log().stepLeft(step.label());
    }
}
