package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.HttpEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Several requests on one connection, and servers that end it in between, on real sockets.
@Timeout(60)
class KeptAliveTest extends WebFixture {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static Peer.Part answeringTimes(int times) {
        return socket -> {
            for (int i = 0; i < times; i++) {
                readHead(socket);
                socket.getOutputStream().write(bytes(ANSWER));
            }
        };
    }

    @Test
    void requestsFollowEachOtherOnOneConnection() throws Exception {
        Conversation.Result result = ask(socket -> {
            answeringTimes(3).play(socket);
            Peer.drain(socket);
        }, times(3, 20 * MILLI));

        assertTrue(result.completed());
        assertEquals(List.of("request ok", "first byte ok", "response ok", "idle ok", "request ok", "first byte ok", "response ok", "idle ok",
                "request ok", "first byte ok", "response ok", "close ok"), trace.stages());
        assertEquals(Ending.QUIET, moved(Stage.IDLE).ending());
        assertEquals(3, trace.all(HttpEvent.RequestLine.class).size());
    }

    @Test
    void aServerThatEndsAnIdleConnectionIsToldBeforeTheNextRequest() throws Exception {
        ask(answeringTimes(1), times(2, 30 * SECOND));

        assertEquals(List.of("request ok", "first byte ok", "response ok", "idle EOF", "close ok"), trace.stages());
        assertEquals("the peer ended its stream while the connection was idle: request 2 of 2 was not sent", message(Stage.IDLE));
    }

    @Test
    void aServerThatTakesTheNextRequestAndEndsIsToldAtTheFirstByte() throws Exception {
        ask(socket -> {
            answeringTimes(1).play(socket);
            readHead(socket);
        }, times(2, 10 * MILLI));

        assertEquals(List.of("request ok", "first byte ok", "response ok", "idle ok", "request ok", "first byte EOF", "close ok"), trace.stages());
        assertEquals("the peer ended its stream before the first byte of the answer", message(Stage.FIRST_BYTE));
    }

    /// The request and the server's end cross each other: where it shows is a matter of microseconds, and each place is told as it is.
    @RepeatedTest(5)
    void aRequestThatCrossesTheServersEndFailsWhereItIsNoticed() throws Exception {
        assertFalse(ask(answeringTimes(1), times(2, 0)).completed());

        String last = trace.stages().get(trace.stages().size() - 2);
        assertTrue(Set.of("first byte EOF", "first byte ECONNRESET", "request EPIPE", "request ECONNRESET", "request EOF").contains(last), last);
        assertEquals(1, trace.all(HttpEvent.StatusLine.class).size());
    }

    @Test
    void anAnswerThatEndsTheConnectionLeavesTheOthersUnsent() throws Exception {
        ask(answering("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"), times(3, 0));

        assertEquals(List.of("request ok", "first byte ok", "response ok", "request EOF", "close ok"), trace.stages());
        assertEquals("the answer before ends the connection: request 2 of 3 was not sent", message(Stage.REQUEST));
        assertEquals(1, trace.all(HttpEvent.RequestLine.class).size());
    }

    @Test
    void bytesThatNobodyAskedForEndTheIdleConnection() throws Exception {
        ask(socket -> {
            answeringTimes(1).play(socket);
            awaitStage(Stage.RESPONSE);
            socket.getOutputStream().write(bytes("HTTP/1.1 408 Request Timeout\r\n\r\n"));
            Peer.drain(socket);
        }, times(2, 30 * SECOND));

        assertEquals(List.of("request ok", "first byte ok", "response ok", "idle HTTP_MALFORMED", "close ok"), trace.stages());
        assertEquals(ErrorCode.HTTP_MALFORMED, trace.failure(Stage.IDLE).code());
        assertTrue(message(Stage.IDLE).endsWith("which no request had asked for: HTTP/1.1 408 Request Timeout\\r\\n\\r\\n"), message(Stage.IDLE));
    }
}
