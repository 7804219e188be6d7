package dev.lifeline.server.web;

/// Answers with the id of the request, which none of its calls is given: the fifth asks for it.
final class IdHandler {

    private static final int DEPTH = 5;

    private IdHandler() {
    }

    static void answer(ServedExchange exchange) {
        exchange.answer(Reply.of(200, load(exchange)));
    }

    private static String load(ServedExchange exchange) {
        return query(exchange);
    }

    private static String query(ServedExchange exchange) {
        return read(exchange);
    }

    private static String read(ServedExchange exchange) {
        return log(exchange);
    }

    private static String log(ServedExchange exchange) {
        exchange.log().requestIdSeen(RequestId.current(), DEPTH);
        return RequestId.current() + "\n";
    }
}
