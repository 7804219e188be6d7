package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.client.web.HttpPlan;
import dev.lifeline.client.web.WebAnswer;
import dev.lifeline.http.HttpField;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.http.BodyFraming;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Answers that are right, or come in odd ways and are right, on real sockets.
@Timeout(60)
class WebAnswersTest extends WebFixture {

    private static final List<String> WHOLE = List.of("request ok", "first byte ok", "response ok", "close ok");

    @Test
    void aRequestAndItsAnswerAreStagesAndParts() throws Exception {
        Conversation.Result result = get("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");

        assertEquals(new Conversation.Result(true, true, new WebAnswer(200, null)), result);
        assertEquals(WHOLE, trace.stages());
        assertEquals(new Outcome.Requested("GET", "/", 40), requested());
        assertEquals(new Outcome.Responded(200, "OK", BodyFraming.LENGTH, 38, 5, true), responded());
        assertEquals(List.of(new HttpEvent.RequestLine("GET", "/", "HTTP/1.1"), new HttpEvent.Field("Host", "h", 16, false),
                new HttpEvent.Field("Accept", "*/*", 25, false), new HttpEvent.HeadEnded(2, 40),
                new HttpEvent.StatusLine(200, "OK", "HTTP/1.1"), new HttpEvent.Field("Content-Length", "5", 17, false),
                new HttpEvent.HeadEnded(1, 38), new HttpEvent.BodyBegan(BodyFraming.LENGTH, 5), new HttpEvent.BodyEnded(5)), parts());
        assertEquals(5 + 38, closed().read());
    }

    @Test
    void oneByteAtATimeGivesTheSameParts() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nX-Sum: 1\r\n\r\n";
        get(answer);
        List<EventBody> whole = parts();
        WebAnswersTest slow = new WebAnswersTest();
        slow.ask(socket -> {
            readHead(socket);
            socket.setTcpNoDelay(true);
            for (byte each : bytes(answer)) {
                // Each alone, as the client has read the one before.
                long before = slow.trace.all(StreamEvent.ChunkRead.class).size();
                socket.getOutputStream().write(each);
                slow.awaitRead(before + 1);
            }
            Peer.drain(socket);
        }, GET);

        assertEquals(whole, slow.parts());
        assertEquals(answer.length(), slow.trace.all(StreamEvent.ChunkRead.class).size());
        assertEquals(WHOLE, slow.trace.stages());
    }

    private void awaitRead(long count) throws InterruptedException {
        long[] seen = {0};
        awaitEvent(event -> event.body() instanceof StreamEvent.ChunkRead && ++seen[0] == count);
    }

    @Test
    void anAnswerWithoutLengthEndsWithTheStream() throws Exception {
        get("HTTP/1.0 200 OK\r\n\r\nall that comes");

        assertEquals(new Outcome.Responded(200, "OK", BodyFraming.UNTIL_CLOSE, 19, 14, false), responded());
        assertEquals(WHOLE, trace.stages());
    }

    @Test
    void answersToHeadAndSomeStatusesHaveNoBody() throws Exception {
        ask(answering("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n"), new HttpPlan("HEAD", "/", FIELDS, null, 1, 0));
        assertEquals(BodyFraming.NONE, responded().framing());

        WebAnswersTest other = new WebAnswersTest();
        other.get("HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\n\r\n");
        assertEquals(BodyFraming.NONE, other.responded().framing());
        assertEquals(WHOLE, other.trace.stages());
    }

    @Test
    void interimAnswersAreTold() throws Exception {
        get("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n");

        assertEquals(List.of(103, 204), trace.all(HttpEvent.StatusLine.class).stream().map(HttpEvent.StatusLine::status).toList());
        assertEquals(204, responded().status());
    }

    @Test
    void whatIsExpectedIsLookedForInTheBodyAndAcrossChunks() throws Exception {
        String answer = "HTTP/1.1 200 needle\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nnee\r\n3\r\ndle\r\n0\r\n\r\n";
        assertTrue(ask(answering(answer), GET, "needle", PATIENT).asExpected());

        WebAnswersTest other = new WebAnswersTest();
        Conversation.Result result = other.ask(answering("HTTP/1.1 200 needle\r\nContent-Length: 3\r\n\r\nhay"), GET, "needle", PATIENT);
        assertTrue(result.completed());
        assertFalse(result.asExpected());
        assertEquals(new RunEvent.ExpectationChecked("needle", false, "hay"), other.trace.only(RunEvent.ExpectationChecked.class));
    }

    @Test
    void valuesThatAreSecretsAreNotRecorded() throws Exception {
        ask(answering("HTTP/1.1 200 OK\r\nset-cookie: id=geheim\r\nContent-Length: 0\r\n\r\n"),
                new HttpPlan("GET", "/", List.of(new HttpField("Host", "h"), new HttpField("Authorization", "Bearer geheim")), null, 1, 0));

        assertEquals("(13 bytes)", trace.all(HttpEvent.Field.class).get(1).value());
        assertEquals("(9 bytes)", trace.all(HttpEvent.Field.class).get(2).value());
        assertFalse(parts().toString().contains("geheim"));
    }

    @Test
    void aRedirectIsInTheResult() throws Exception {
        assertEquals(new WebAnswer(302, "/there"), get("HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n").answer());
        assertTrue(new WebAnswer(302, "/there").redirects());
        assertFalse(new WebAnswer(200, "/there").redirects());
        assertFalse(new WebAnswer(304, null).redirects());
    }

    @Test
    void manyFieldsAreCountedAndAHundredRecorded() throws Exception {
        get("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(300) + "Content-Length: 0\r\n\r\n");

        assertEquals(2 + 100, trace.all(HttpEvent.Field.class).size());
        assertEquals(301, trace.all(HttpEvent.HeadEnded.class).getLast().fields());
    }

    @Test
    void aTunnelIsGrantedOrNot() throws Exception {
        assertTrue(ask(answering("HTTP/1.1 200 Connection established\r\n\r\nSSH-2.0-x\r\n"), HttpPlan.tunnel("h:22", List.of())).completed());
        assertEquals(List.of("request ok", "first byte ok", "response ok", "close ok"), trace.stages());

        WebAnswersTest other = new WebAnswersTest();
        assertFalse(other.ask(answering("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"), HttpPlan.tunnel("h:22", List.of()))
                .completed());
        assertEquals("the proxy opened no tunnel to h:22: it answered 407 Proxy Authentication Required", other.message(Stage.PROTOCOL));
    }
}
