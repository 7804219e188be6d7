package dev.lifeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.model.http.HttpTimer;
import dev.lifeline.record.Gate;
import dev.lifeline.server.web.HttpFault;
import dev.lifeline.server.web.WebSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// HTTP/1.1 on the event loop, by raw bytes over real sockets.
final class HttpServingTest {

    private static final String HOST = "Host: test\r\n";
    private static final String LAST = HOST + "Connection: close\r\n\r\n";

    private static ServerFixture serving(WebSettings options) throws Exception {
        return new ServerFixture(server -> server.withBehaviour(new Behaviour.Http(options)));
    }

    private static ServerFixture serving() throws Exception {
        return serving(WebSettings.USUAL);
    }

    private static Socket send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /// Reads until the text has come.
    private static String until(Socket socket, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (text.indexOf(end) < 0) {
            int octet = in.read();
            assertTrue(octet >= 0, () -> "ended behind " + text);
            text.append((char) octet);
        }
        return text.toString();
    }

    private static String asked(ServerFixture fixture, String request) throws IOException {
        try (Socket socket = fixture.client()) {
            return rest(send(socket, request));
        }
    }

    @Test
    void aRequestHasItsStagesInOrder() throws Exception {
        try (ServerFixture fixture = serving()) {
            String answer = asked(fixture, "GET /hello HTTP/1.1\r\n" + LAST);
            assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n") && answer.endsWith("\r\n\r\nhello\n"), answer);
            fixture.awaitOver(1);
            assertEquals(List.of("accept", "first byte", "request", "handler", "response", "close"), fixture.stages(1));
            Outcome.Requested requested = (Outcome.Requested) fixture.outcome(1, Stage.REQUEST);
            assertEquals("GET /hello " + ("GET /hello HTTP/1.1\r\n" + LAST).length(), requested.method() + " " + requested.target() + " " + requested.bytes());
            Outcome.Responded responded = (Outcome.Responded) fixture.outcome(1, Stage.RESPONSE);
            assertEquals(new Outcome.Responded(200, "OK", BodyFraming.LENGTH, answer.length() - 6, 6, false), responded);
        }
    }

    @Test
    void requestsThatComeAtOnceAreAnsweredInOrder() throws Exception {
        try (ServerFixture fixture = serving(); Socket socket = fixture.client()) {
            send(socket, "GET /slow?ms=30 HTTP/1.1\r\n" + HOST + "\r\nHEAD /hello HTTP/1.1\r\n" + HOST + "\r\nGET /status/404 HTTP/1.1\r\n" + HOST
                    + "\r\nPOST /echo HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\nGET /hello HTTP/1.0\r\n\r\n");
            String all = rest(socket);
            int slow = all.indexOf("after 30 ms");
            int head = all.indexOf("X-Request-Id: r2");
            int missing = all.indexOf("HTTP/1.1 404 Not Found");
            int echo = all.indexOf("\r\n\r\nabcdefg");
            assertTrue(0 < slow && slow < head && head < missing && missing < echo && all.endsWith("hello\n"), all);
            fixture.awaitOver(1);
            assertEquals(5, fixture.outcomes(1, Stage.RESPONSE).size());
            assertEquals(BodyFraming.NONE, ((Outcome.Responded) fixture.outcomes(1, Stage.RESPONSE).get(1)).framing());
        }
    }

    @Test
    void betweenTwoRequestsTheConnectionIsIdle() throws Exception {
        try (ServerFixture fixture = serving(); Socket socket = fixture.client()) {
            until(send(socket, "GET /hello HTTP/1.1\r\n" + HOST + "\r\n"), "hello\n");
            fixture.await("idle", event -> event.body() instanceof dev.lifeline.model.event.StageEvent.Started it && it.stage() == Stage.IDLE);
            rest(send(socket, "GET /hello HTTP/1.1\r\n" + LAST));
            fixture.awaitOver(1);
            assertEquals(List.of("accept", "first byte", "request", "handler", "response", "idle", "request", "handler", "response", "close"),
                    fixture.stages(1));
        }
    }

    @Test
    void whoWaitsForContinueIsTold() throws Exception {
        try (ServerFixture fixture = serving(); Socket socket = fixture.client()) {
            send(socket, "POST /echo HTTP/1.1\r\n" + HOST + "Expect: 100-continue\r\nContent-Length: 5\r\nConnection: close\r\n\r\n");
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", until(socket, "\r\n\r\n"));
            assertTrue(rest(send(socket, "abcde")).endsWith("\r\n\r\nabcde"));
        }
    }

    @Test
    void whatCannotBeReadIsAnsweredAndClosed() throws Exception {
        try (ServerFixture fixture = serving(WebSettings.USUAL.withMaxBody(100))) {
            assertEquals("HTTP/1.1 400", asked(fixture, "GET /hello HTTP/1.1\r\nHost : x\r\n\r\n").substring(0, 12));
            assertEquals("HTTP/1.1 400", asked(fixture, "POST /hello HTTP/1.1\r\n" + HOST + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n").substring(0, 12));
            assertEquals("HTTP/1.1 413", asked(fixture, "POST /hello HTTP/1.1\r\n" + HOST + "Content-Length: 101\r\n\r\n").substring(0, 12));
            assertEquals("HTTP/1.1 413", asked(fixture, "POST /hello HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n65\r\n" + "x".repeat(101)).substring(0, 12));
            assertEquals("HTTP/1.1 431", asked(fixture, "GET /hello HTTP/1.1\r\n" + "X-Filler: 1\r\n".repeat(10_000)).substring(0, 12));
            assertEquals("HTTP/1.1 414", asked(fixture, "GET /" + "x".repeat(100_000)).substring(0, 12));
            assertEquals("HTTP/1.1 501", asked(fixture, "POST /hello HTTP/1.1\r\n" + HOST + "Transfer-Encoding: gzip, chunked\r\n\r\n").substring(0, 12));
            for (String other : List.of("GET / HTTP/2.0\r\n\r\n", "GET / HTTP/3.0\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")) {
                assertEquals("HTTP/1.1 505", asked(fixture, other).substring(0, 12), other);
            }
            fixture.awaitOver(8);
            assertEquals(ErrorCode.HTTP_MALFORMED, fixture.failure(1, Stage.REQUEST).code());
            assertEquals(21 + "Host".length(), fixture.all(1, HttpEvent.Malformed.class).getFirst().offset());
            assertEquals(ErrorCode.HTTP_TOO_LARGE, fixture.failure(4, Stage.REQUEST).code());
            assertEquals(List.of("accept", "first byte", "request", "response", "close"), fixture.stages(3));
        }
    }

    @Test
    void eachClockEndsWhatItIsFor() throws Exception {
        long soon = 60_000_000;
        long late = 60_000_000_000L;
        try (ServerFixture fixture = serving(WebSettings.USUAL.withTimeouts(soon, late, late))) {
            assertEquals("HTTP/1.1 408", asked(fixture, "GET /hello HTTP/1.1\r\nHost:").substring(0, 12));
            fixture.awaitOver(1);
            assertEquals(List.of(new HttpEvent.TimerFired(HttpTimer.HEADER, soon)), fixture.all(1, HttpEvent.TimerFired.class));
            assertEquals(ErrorCode.TIMEOUT, fixture.failure(1, Stage.REQUEST).code());
        }
        try (ServerFixture fixture = serving(WebSettings.USUAL.withTimeouts(late, soon, late))) {
            assertEquals("HTTP/1.1 408", asked(fixture, "POST /hash HTTP/1.1\r\n" + HOST + "Content-Length: 9\r\n\r\nabc").substring(0, 12));
            fixture.awaitOver(1);
            assertEquals(List.of(new HttpEvent.TimerFired(HttpTimer.REQUEST, soon)), fixture.all(1, HttpEvent.TimerFired.class));
        }
        try (ServerFixture fixture = serving(WebSettings.USUAL.withTimeouts(late, late, soon))) {
            assertTrue(asked(fixture, "GET /hello HTTP/1.1\r\n" + HOST + "\r\n").endsWith("hello\n"));
            fixture.awaitOver(1);
            assertEquals(List.of(new HttpEvent.TimerFired(HttpTimer.KEEP_ALIVE, soon)), fixture.all(1, HttpEvent.TimerFired.class));
            assertInstanceOf(Outcome.Moved.class, fixture.outcome(1, Stage.IDLE));
        }
    }

    @Test
    void aBodyOfAnySizeIsStreamedBothWays() throws Exception {
        long bytes = 5_000_000;
        try (ServerFixture fixture = serving(); Socket socket = fixture.client()) {
            send(socket, "POST /hash?pause=30&after=100000 HTTP/1.1\r\n" + HOST + "Content-Length: " + bytes + "\r\n\r\n");
            OutputStream out = socket.getOutputStream();
            byte[] block = new byte[50_000];
            for (long sent = 0; sent < bytes; sent += block.length) {
                out.write(block);
            }
            assertTrue(until(socket, " bytes\n").endsWith(" of 5000000 bytes\n"));
            send(socket, "GET /stream?bytes=" + bytes + "&chunked HTTP/1.1\r\n" + LAST);
            String head = until(socket, "\r\n\r\n");
            assertTrue(head.contains("Transfer-Encoding: chunked"), head);
            assertTrue(rest(socket).length() > bytes);
            fixture.awaitOver(1);
            Outcome.Responded streamed = (Outcome.Responded) fixture.outcomes(1, Stage.RESPONSE).getLast();
            assertEquals(bytes, streamed.bodyBytes());
        }
    }

    @Test
    void aStepThatNeverContinuesHangsAndOneThatThrowsSkipsAhead() throws Exception {
        try (ServerFixture fixture = serving(WebSettings.USUAL.withFault(HttpFault.HANG)); Socket socket = fixture.client()) {
            send(socket, "GET /hello HTTP/1.1\r\n" + HOST + "\r\n");
            fixture.await("guard", event -> event.body() instanceof HttpEvent.StepEntered step && step.step().equals("guard"));
            socket.shutdownOutput();
            assertEquals("", rest(socket));
            fixture.awaitOver(1);
            assertEquals(ErrorCode.EOF, fixture.failure(1, Stage.HANDLER).code());
            assertEquals(2, fixture.all(1, HttpEvent.StepEntered.class).size());
            assertEquals(List.of(new HttpEvent.StepLeft("request-id")), fixture.all(1, HttpEvent.StepLeft.class));
        }
        try (ServerFixture fixture = serving(WebSettings.USUAL.withFault(HttpFault.THROWS))) {
            assertEquals("HTTP/1.1 500", asked(fixture, "GET /hello HTTP/1.1\r\n" + LAST).substring(0, 12));
            fixture.awaitOver(1);
            assertEquals("guard", fixture.all(1, HttpEvent.StepFailed.class).getFirst().step());
        }
    }

    @Test
    void anIdIsSeenWithoutBeingPassed() throws Exception {
        try (ServerFixture fixture = serving()) {
            assertTrue(asked(fixture, "GET /id HTTP/1.1\r\n" + LAST).endsWith("\r\n\r\nr1\n"));
            fixture.awaitOver(1);
            assertEquals(List.of(new HttpEvent.RequestNamed("r1", 0), new HttpEvent.RequestNamed("r1", 5)),
                    fixture.all(1, HttpEvent.RequestNamed.class));
        }
    }

    @Test
    void aProgramThatExitsBehindItsAnswerLosesWhatTheKernelHasNotTaken() throws Exception {
        try (ServerFixture fixture = serving(WebSettings.USUAL.withFault(HttpFault.EXIT))) {
            assertTrue(asked(fixture, "GET /stream?bytes=100000000 HTTP/1.1\r\n" + LAST).length() < 100_000_000);
            fixture.awaitOver(1);
            assertEquals(1, fixture.all(1, HttpEvent.ResponseCut.class).size());
            assertEquals(ErrorCode.INTERRUPTED, fixture.failure(1, Stage.RESPONSE).code());
            assertTrue(asked(fixture, "GET /hello HTTP/1.1\r\n" + LAST).endsWith("hello\n"));
            fixture.awaitOver(2);
            assertEquals(List.of(), fixture.all(2, HttpEvent.ResponseCut.class));
        }
    }

    @Test
    void fiveSlowJobsAndFourWorkersLeaveOneWaiting() throws Exception {
        try (ServerFixture fixture = serving(WebSettings.USUAL.withWorkers(4))) {
            Socket[] clients = new Socket[5];
            for (int i = 0; i < clients.length; i++) {
                clients[i] = send(fixture.client(), "GET /slow?ms=300 HTTP/1.1\r\n" + LAST);
            }
            for (Socket client : clients) {
                assertTrue(rest(client).endsWith("after 300 ms\n"));
                client.close();
            }
            fixture.awaitOver(5);
            long first = Long.MAX_VALUE;
            long last = 0;
            for (int connection = 1; connection <= 5; connection++) {
                assertEquals(List.of("accept", "first byte", "request", "worker queue", "handler", "response", "close"), fixture.stages(connection));
                assertTrue(((Outcome.Taken) fixture.outcome(connection, Stage.WORKER_QUEUE)).worker() <= 4);
                first = Math.min(first, fixture.end(connection, Stage.WORKER_QUEUE));
                last = Math.max(last, fixture.end(connection, Stage.WORKER_QUEUE));
            }
            // Whoever takes the fifth has done another first.
            assertTrue(last - first >= 300_000_000, fixture::dump);
        }
    }

    @Test
    void aServerThatLeavesSaysSoAndLetsAnswersEnd() throws Exception {
        try (ServerFixture fixture = serving(); Socket idle = fixture.client(); Socket busy = fixture.client()) {
            until(send(idle, "GET /health HTTP/1.1\r\n" + HOST + "\r\n"), "ready\n");
            send(busy, "GET /slow?ms=400 HTTP/1.1\r\n" + HOST + "\r\n");
            fixture.await("handler of 2", event -> event.connection() == 2 && event.body() instanceof HttpEvent.StepEntered);
            Thread leaving = Thread.ofPlatform().start(() -> {
                try {
                    fixture.server.stopGracefully(100_000_000, 10_000_000_000L);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            String last = rest(busy);
            assertTrue(last.endsWith("after 400 ms\n"), last);
            assertEquals("", rest(idle));
            leaving.join(20_000);
            assertEquals(0, fixture.server.closedOpen());
        }
    }

    @Test
    void aHeldStageHoldsTheRequestAndNotTheLoop() throws Exception {
        try (ServerFixture fixture = serving(); Socket held = fixture.client()) {
            Gate gate = new Gate(dev.lifeline.model.Lane.SERVER, 1, 0, Stage.RESPONSE, Gate.Side.BEFORE);
            fixture.gates.hold(gate, "test");
            send(held, "GET /hello HTTP/1.1\r\n" + LAST);
            assertTrue(fixture.gates.awaitArrival(Stage.RESPONSE, ServerFixture.PATIENCE_NANOS));
            assertTrue(asked(fixture, "GET /hello HTTP/1.1\r\n" + LAST).endsWith("hello\n"));
            fixture.gates.release(gate);
            assertTrue(rest(held).endsWith("hello\n"));
        }
    }

    @Test
    void workThatIsLeftForLaterIsDoneInTheOrderOfThePhases() throws Exception {
        try (ServerFixture fixture = serving()) {
            String answer = asked(fixture, "GET /phases HTTP/1.1\r\n" + LAST);
            assertEquals("""
                    poll: the handler
                    between: left by the handler
                    between: left by that
                    check: left for when the sockets are served
                    between: left by check
                    timers: a timer of 0 ms
                    """, answer.substring(answer.indexOf("\r\n\r\n") + 4));
            fixture.awaitOver(1);
            List<String> told = fixture.all(1, LoopEvent.CallbackRan.class).stream()
                    .map(ran -> ran.phase().label() + " " + ran.work()).filter(text -> !text.startsWith("poll") && !text.startsWith("close")).toList();
            assertEquals(List.of("between left between", "between left between, by between", "check left for check", "between left between, by check",
                    "timers a timer of 0 ms"), told);
        }
    }

    @Test
    void workBetweenCallbacksKeepsTheLoopFromItsTimers() throws Exception {
        long starved = 150_000_000;
        try (ServerFixture fixture = serving(); Socket slow = fixture.client()) {
            send(slow, "GET /slow?ms=1 HTTP/1.1\r\n" + LAST);
            fixture.await("handler", event -> event.body() instanceof HttpEvent.StepEntered step && step.step().equals("routes"));
            assertTrue(asked(fixture, "GET /starve?ms=150 HTTP/1.1\r\n" + LAST).endsWith("starved\n"));
            assertTrue(rest(slow).endsWith("after 1 ms\n"));
            fixture.awaitOver(2);
            fixture.await("a phase that was held so long", event -> event.body() instanceof LoopEvent.PhaseRan ran && ran.held() >= starved / 2);
            assertTrue(fixture.took(2, Stage.HANDLER) >= starved, fixture::dump);
        }
    }

    @Test
    void aFaultIsFoundByItsName() {
        assertEquals("http=short-body", Behaviour.parse("http=short-body").text());
        assertNull(org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class, () -> Behaviour.parse("http=short-bdy")).getCause());
    }
}
