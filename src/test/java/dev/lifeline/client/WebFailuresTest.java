package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import java.io.OutputStream;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every way in which an answer breaks, on real sockets: a clear stage, and the place.
@Timeout(60)
class WebFailuresTest extends WebFixture {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "SSH-2.0-OpenSSH_9.2\\r\\n | byte 0 of the answer: expected HTTP/1.1, found 'S'",
        "220 mail ESMTP\\r\\n | byte 0 of the answer: expected HTTP/1.1, found '2'",
        "HTTP/1.1 200\\r\\n\\r\\n | byte 12 of the answer: expected a space, found CR",
        "HTTP/1.1 20x OK\\r\\n | byte 11 of the answer: expected a status of three digits, found 'x'",
        "HTTP/1.1 200 OK\\nA: b\\n\\n | byte 15 of the answer: expected CR before LF, found LF alone",
        "HTTP/1.1 200 OK\\r\\nA: b\\r\\n c\\r\\n\\r\\n | byte 23 of the answer: expected the name of a field or an empty line, found a space: a folded line, which is obsolete",
        "HTTP/1.1 200 OK\\r\\nA : b\\r\\n\\r\\n | byte 18 of the answer: expected a colon after the name of a field, found a space",
        "HTTP/1.1 200 OK\\r\\nA: b\\0\\r\\n\\r\\n | byte 21 of the answer: expected a visible character or the end of the line, found NUL",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n | byte 66 of the answer: expected Content-Length or Transfer-Encoding, found both",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\nContent-Length: 6\\r\\n\\r\\n | byte 36 of the answer: expected Content-Length 5 again, found Content-Length 6",
        "HTTP/1.1 200 OK\\r\\nContent-Length: five\\r\\n\\r\\n | byte 17 of the answer: expected Content-Length as a number, found \"five\"",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nhello | byte 47 of the answer: expected the size of a chunk, found 'h'",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nhello\\r\\n0\\r\\n\\r\\n | byte 52 of the answer: expected CR and LF after the chunk, found 'l'",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nhello | byte 40 of the answer: expected nothing: the answer is whole, found \"llo\"",
    })
    void whatIsNoAnswerIsRefusedAtItsByte(String answer, String message) throws Exception {
        Conversation.Result result = get(answer.translateEscapes());

        assertFalse(result.completed());
        assertEquals(java.util.List.of("request ok", "first byte ok", "response ok", "protocol HTTP_MALFORMED", "close ok"), trace.stages());
        assertEquals(message, message(Stage.PROTOCOL));
        assertEquals(Long.parseLong(message.split(" ")[1]), trace.only(HttpEvent.Malformed.class).offset());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "HTTP/1.1 2 | the peer ended its stream within the status line, after 10 bytes",
        "HTTP/1.1 200 OK\\r\\nContent- | the peer ended its stream within the head of the answer, after 25 bytes",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 10\\r\\n\\r\\nhello | the peer ended its stream after 5 of 10 bytes of the body",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 10\\r\\n\\r\\n | the peer ended its stream after 0 of 10 bytes of the body",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nhel | the peer ended its stream within a chunk, 2 bytes before its end, after 3 bytes of the body",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nhello\\r\\n | the peer ended its stream between two chunks, after 5 bytes of the body",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1\\r\\nh\\r\\n0\\r\\n | the peer ended its stream behind the last chunk, before the empty line that ends the body of 1 byte",
    })
    void anEndBeforeTheEndOfTheAnswerSaysWhere(String answer, String message) throws Exception {
        get(answer.translateEscapes());

        assertEquals(java.util.List.of("request ok", "first byte ok", "response EOF", "close ok"), trace.stages());
        assertEquals(message, message(Stage.RESPONSE));
    }

    @Test
    void aCloseWithoutAnyAnswerFailsTheFirstByte() throws Exception {
        ask(WebFixture::readHead, GET);

        assertEquals(java.util.List.of("request ok", "first byte EOF", "close ok"), trace.stages());
        assertEquals("the peer ended its stream before the first byte of the answer", message(Stage.FIRST_BYTE));
    }

    @Test
    void aResetWithinTheBodyFailsTheResponse() throws Exception {
        ask(socket -> {
            readHead(socket);
            socket.getOutputStream().write(bytes(OK + "Content-Length: 10\r\n\r\nhello"));
            // Not before the client has read it: a reset throws away what waits to be read.
            awaitEvent(event -> event.body() instanceof HttpEvent.BodyBegan);
            Peer.resetOnClose(socket);
        }, GET);

        assertEquals(java.util.List.of("request ok", "first byte ok", "response ECONNRESET", "close ok"), trace.stages());
        assertEquals(Operation.READ, trace.failure(Stage.RESPONSE).operation());
    }

    @Test
    void silenceIsADeadlineInEachStage() throws Exception {
        ask(Peer::drain, GET, null, new Deadlines(SECOND, 100 * MILLI, SECOND, SECOND, SECOND));
        assertEquals(java.util.List.of("request ok", "first byte TIMEOUT", "close ok"), trace.stages());

        WebFailuresTest head = new WebFailuresTest();
        head.ask(stopping(OK + "A:"), GET, null, new Deadlines(SECOND, 10 * SECOND, 100 * MILLI, 10 * SECOND, SECOND));
        assertEquals(java.util.List.of("request ok", "first byte ok", "response TIMEOUT", "close ok"), head.trace.stages());
        assertEquals("no result within 100 ms, within the head of the answer, after 19 bytes", head.message(Stage.RESPONSE));
    }

    private static Peer.Part stopping(String bytes) {
        return socket -> {
            readHead(socket);
            socket.getOutputStream().write(bytes(bytes));
            Peer.drain(socket);
        };
    }

    @Test
    void whatNeverEndsEndsAtTheDeadlineOrAtABound() throws Exception {
        ask(endless(OK + "\r\n", "0123456789".repeat(100)), GET, null, new Deadlines(SECOND, 10 * SECOND, 10 * SECOND, 300 * MILLI, SECOND));
        assertEquals(ErrorCode.TIMEOUT, trace.failure(Stage.RESPONSE).code());

        String[] bounded = {"HTTP/1.1 103 Early Hints\r\n\r\n", OK + "A: " + "a".repeat(1_000), OK + "A: b\r\n", CHUNKED + "1;" + "a".repeat(1_000)};
        String[] parts = {"HTTP/1.1 103 Early Hints\r\n\r\n", "a".repeat(1_000), "A: b\r\n", "a".repeat(1_000)};
        for (int i = 0; i < bounded.length; i++) {
            WebFailuresTest one = new WebFailuresTest();
            one.ask(endless(bounded[i], parts[i]), GET);
            assertEquals(ErrorCode.HTTP_TOO_LARGE, one.trace.failure(Stage.PROTOCOL).code(), bounded[i]);
            assertTrue(one.closed().read() < 2 << 20, "no more was read than the bounds allow");
        }
    }

    /// A peer that never stops until its client has gone.
    private static Peer.Part endless(String first, String part) {
        return socket -> {
            readHead(socket);
            OutputStream out = socket.getOutputStream();
            out.write(bytes(first));
            byte[] block = bytes(part);
            try {
                while (true) {
                    out.write(block);
                }
            } catch (SocketException clientHasGone) {
                return;
            }
        };
    }

    @Test
    void aServerThatSpeaksOnlyHttp2IsNamed() throws Exception {
        get("\0\0\u0012\4\0\0\0\0\0\0\3\0\0\0d\0\4\0\0\377\377");

        assertEquals(java.util.List.of("request ok", "first byte ok", "response ok", "protocol HTTP_VERSION", "close ok"), trace.stages());
        assertEquals("byte 0 of the answer: expected HTTP/1.1, found a SETTINGS frame of HTTP/2", message(Stage.PROTOCOL));
    }

    @Test
    void escapeSequencesOfAPeerStayBytes() throws Exception {
        get("HTTP/1.1 200 \u001b[31mOK\r\n\r\n");

        assertEquals("byte 13 of the answer: expected a visible character or the end of the line, found the byte 0x1b", message(Stage.PROTOCOL));
        assertEquals(Outcome.Moved.class, trace.outcome(Stage.RESPONSE).getClass());
    }
}
