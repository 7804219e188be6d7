package dev.lifeline.server.web;

import dev.lifeline.server.CpuWork;
import dev.lifeline.text.Durations;
import java.util.concurrent.locks.LockSupport;

/// Finds the handler of a request by its path.
final class Routes {

    private static final long MILLI = 1_000_000;
    private static final long MOST_MILLIS = 600_000;
    private static final long MOST_BYTES = 1L << 40;
    private static final String LIST = """
            /hello            a few words
            /echo             the body that came; without one, the request as it was read
            /slow?ms=N        an answer after N ms (&how=loop holds the loop, &how=worker a worker)
            /stream?bytes=N   N bytes (&chunked)
            /status/N         an answer with this status
            /hash?ms=N        N ms of CPU; of a body its SHA-256 (&pause=MS&after=BYTES stops to read)
            /id               the id of the request, seen five calls deep
            /phases           the order in which the loop does what a handler leaves for later
            /starve?ms=N      N ms of work between callbacks: the loop does nothing else
            /health           200, or 503 once the server is about to stop
            """;

    private Routes() {
    }

    /// The one who takes the body, once the head is known.
    static BodySink sink(Request request, WebServer server) {
        return switch (request.path()) {
            case "/echo" -> new BodySink.Held(server.held());
            case "/hash" -> new BodySink.Hash(request.number("after", 0, MOST_BYTES), MILLI * Math.max(0, request.number("pause", 0, MOST_MILLIS)));
            default -> new BodySink.Nothing();
        };
    }

    static void answer(ServedExchange exchange) {
        Request request = exchange.request();
        String path = request.path();
        switch (path) {
            case "/" -> exchange.answer(Reply.of(200, LIST));
            case "/hello" -> exchange.answer(Reply.of(200, "hello\n"));
            case "/echo" -> echo(exchange);
            case "/slow" -> slow(exchange);
            case "/stream" -> stream(exchange);
            case "/hash" -> hash(exchange);
            case "/phases" -> PhaseHandler.answer(exchange);
            case "/starve" -> PhaseHandler.starve(exchange, MILLI * Math.clamp(request.number("ms", 100, MOST_MILLIS), 0, 10_000));
            case "/id" -> IdHandler.answer(exchange);
            case "/health" -> exchange.answer(exchange.loop().isLeaving() ? Reply.of(503, "stopping\n").last() : Reply.of(200, "ready\n"));
            default -> {
                if (path.startsWith("/status/")) {
                    status(exchange, path.substring("/status/".length()));
                } else {
                    exchange.answer(Reply.of(404, "404 Not Found; there are:\n" + LIST));
                }
            }
        }
    }

    private static void echo(ServedExchange exchange) {
        byte[] body = ((BodySink.Held) exchange.body()).bytes();
        exchange.answer(body.length > 0 ? Reply.of(Body.of(body)) : Reply.of(200, exchange.request().head()));
    }

    private static void slow(ServedExchange exchange) {
        long nanos = MILLI * exchange.request().number("ms", 1_000, MOST_MILLIS);
        String how = exchange.request().parameter("how");
        Reply answer = Reply.of(200, "after " + Durations.text(Math.max(0, nanos)) + "\n");
        if (nanos < 0) {
            exchange.answer(Reply.of(400, "400 Bad Request: ms is a number from 0 to " + MOST_MILLIS + "\n"));
        } else if (isForWorker(exchange, how)) {
            exchange.onWorker(stop -> {
                sleep(nanos, stop);
                return answer;
            });
        } else if ("loop".equals(how)) {
            sleep(nanos, exchange.loop()::isStopping);
            exchange.answer(answer);
        } else {
            exchange.later(nanos, () -> exchange.answer(answer));
        }
    }

    private static boolean isForWorker(ServedExchange exchange, String how) {
        return exchange.server().workers() != null && (how == null || "worker".equals(how));
    }

    private static void sleep(long nanos, java.util.function.BooleanSupplier stop) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !stop.getAsBoolean(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, 10 * MILLI));
        }
    }

    private static void stream(ServedExchange exchange) {
        long bytes = exchange.request().number("bytes", 1 << 20, MOST_BYTES);
        exchange.answer(bytes < 0 ? Reply.of(400, "400 Bad Request: bytes is a number from 0 to " + MOST_BYTES + "\n")
                : Reply.of(new Body.Pattern(bytes, exchange.request().parameter("chunked") == null)));
    }

    private static void status(ServedExchange exchange, String text) {
        int status = text.length() == 3 && text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : 0;
        exchange.answer(status < 200 ? Reply.of(400, "400 Bad Request: write /status/200 to /status/999\n") : Reply.of(status));
    }

    private static void hash(ServedExchange exchange) {
        BodySink.Hash body = (BodySink.Hash) exchange.body();
        long nanos = MILLI * exchange.request().number("ms", body.isEmpty() ? 50 : 0, MOST_MILLIS);
        if (nanos < 0) {
            exchange.answer(Reply.of(400, "400 Bad Request: ms is a number from 0 to " + MOST_MILLIS + "\n"));
            return;
        }
        Workers.Job job = stop -> {
            long used = nanos == 0 ? 0 : CpuWork.use(nanos, stop);
            return Reply.of(200, body.isEmpty() ? "computed for " + Durations.text(nanos) + "\n" : body.text()).costing(used);
        };
        if (isForWorker(exchange, exchange.request().parameter("how"))) {
            exchange.onWorker(job);
        } else {
            exchange.answer(job.work(exchange.loop()::isStopping));
        }
    }
}
