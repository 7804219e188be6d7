package dev.lifeline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.http.BodyFraming;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class HttpParserTest {

    private final Heard heard = new Heard();
    private final HttpParser requests = HttpParser.ofRequests(HttpLimits.OF_SERVER, heard);
    private final HttpParser answers = HttpParser.ofAnswers(HttpLimits.OF_CLIENT, heard);

    @Test
    void aRequestIsTakenApart() {
        assertEquals("""
                POST /a?b=1 HTTP/1.1
                field Host="h:80" at 22
                field X-Empty="" at 34
                field X="a\tb" at 45
                field Content-Length="5" at 57
                head of 4, 77 B
                body length 5
                part "hello"
                body ended, 5 B
                whole""", Heard.ofRequest("POST /a?b=1 HTTP/1.1\r\nHost: h:80\r\nX-Empty: \r\nX: \t a\tb  \r\nContent-Length:5\r\n\r\nhello").text());
    }

    @Test
    void chunksAndTrailersAreTakenApart() {
        assertEquals("""
                HTTP/1.1 200 ""
                field Transfer-Encoding="chunked" at 15
                head of 1, 45 B
                body chunked -1
                chunk 5
                part "hello"
                chunk 17
                part "0123456789abcdefg"
                chunk 0
                trailer X-Sum="1" at 104
                body ended, 22 B
                whole""", Heard.ofAnswer("GET", "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
                + "11;name=\"a;\\\"b\" ; other\r\n0123456789abcdefg\r\n000\r\nX-Sum: 1\r\n\r\n").text());
    }

    @Test
    void anAnswerWithoutAnyLengthEndsWithTheStream() {
        answers.feed(Heard.buffer("HTTP/1.0 200 OK\r\n\r\nsome"));

        assertEquals(HttpState.BODY_UNTIL_CLOSE, answers.state());
        assertFalse(answers.keepsAlive());
        assertTrue(answers.end());
        assertTrue(heard.text().endsWith("body until close -1\npart \"some\"\nbody ended, 4 B\nwhole"), heard.text());
    }

    @Test
    void interimAnswersPrecedeTheFinalOne() {
        answers.feed(Heard.buffer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n"));

        assertTrue(answers.isContinued());
        assertEquals(204, answers.status());
        assertEquals(27, answers.headBytes());
        assertEquals(HttpState.WHOLE, answers.state());
    }

    @Test
    void interimAnswersAreCounted() {
        answers.feed(Heard.buffer("HTTP/1.1 102 P\r\n\r\n".repeat(30)));

        assertEquals(HttpProblem.TOO_MANY_INTERIM, heard.malformed.problem());
        assertEquals(20 * 18, heard.malformed.offset());
    }

    @Test
    void whatHasNoBodyEndsWithItsHead() {
        for (String[] one : new String[][] {{"HEAD", "200"}, {"GET", "204"}, {"GET", "304"}, {"CONNECT", "200"}, {"GET", "101"}}) {
            answers.nextAnswer(one[0]);
            ByteBuffer bytes = Heard.buffer("HTTP/1.1 " + one[1] + " \r\nContent-Length: 5\r\n\r\nhello");
            answers.feed(bytes);

            assertEquals(HttpState.WHOLE, answers.state(), one[0] + " " + one[1]);
            assertEquals(BodyFraming.NONE, answers.framing());
            assertEquals(5, bytes.remaining(), "bytes behind it are not its own");
            assertEquals(one[0].equals("CONNECT") || one[1].equals("101"), answers.isTunnel());
        }
        answers.nextAnswer("CONNECT");
        answers.feed(Heard.buffer("HTTP/1.1 407 \r\nContent-Length: 5\r\n\r\nhello"));
        assertEquals(5, answers.bodyBytes());
        assertFalse(answers.isTunnel());
    }

    @Test
    void theNextRequestIsLeftUnread() {
        ByteBuffer bytes = Heard.buffer("GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n");

        assertEquals(28, requests.feed(bytes));
        assertEquals(0, requests.feed(bytes));
        requests.next();
        assertFalse(requests.hasBegun());
        assertEquals(28, requests.feed(bytes));
        assertTrue(heard.text().endsWith("GET /2 HTTP/1.1\nfield Host=\"h\" at 17\nhead of 1, 28 B\nwhole"), heard.text());
    }

    @Test
    void aConnectionIsKeptOrNot() {
        assertTrue(keeps("1.1", ""));
        assertFalse(keeps("1.1", "Connection: x, Close\r\n"));
        assertFalse(keeps("1.0", ""));
        assertTrue(keeps("1.0", "Connection: keep-alive\r\n"));
        assertFalse(keeps("1.0", "Connection: keep-alive\r\nConnection: close\r\n"));
    }

    private boolean keeps(String version, String field) {
        requests.next();
        requests.feed(Heard.buffer("GET / HTTP/" + version + "\r\nHost: h\r\n" + field + "\r\n"));
        return requests.keepsAlive();
    }

    @Test
    void aBodyThatWaitsForContinueIsKnown() {
        requests.feed(Heard.buffer("PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"));

        assertTrue(requests.awaitsContinue());
        assertEquals(HttpState.BODY, requests.state());
        assertEquals(3, requests.left());
    }

    @Test
    void aCutIsFoundAtEachPlace() {
        String[][] cuts = {{"", "START_LINE"}, {"HTTP/1.1 2", "START_LINE"}, {"HTTP/1.1 200 \r\n", "FIELDS"},
            {"HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\na", "BODY"},
            {"HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n", "CHUNK_SIZE"},
            {"HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n2\r\na", "CHUNK"},
            {"HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n1\r\na", "CHUNK_END"},
            {"HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "TRAILERS"}};
        for (String[] cut : cuts) {
            answers.nextAnswer("GET");
            answers.feed(Heard.buffer(cut[0]));

            assertFalse(answers.end(), cut[0]);
            assertEquals(cut[1], answers.state().name(), cut[0]);
        }
    }

    @Test
    void aServerOfHttp2IsKnownByItsFirstFrame() {
        answers.feed(Heard.buffer("\0\0\u0012\4\0\0\0\0\0\0\3\0\0\0"));

        assertEquals(new Malformed(HttpProblem.HTTP2, 0, "HTTP/1.1", "a SETTINGS frame of HTTP/2"), heard.malformed);
    }

    @Test
    void compressedBytesStayAsTheyAre() {
        answers.feed(Heard.buffer("HTTP/1.1 200 \r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\37\213\10"));

        assertEquals(3, answers.bodyBytes());
        assertTrue(heard.text().contains("part \"\37\213\10\""));
    }
}
