package dev.lifeline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadWriterTest {

    @Test
    void aHeadIsReadAsItWasWritten() {
        String request = text(HeadWriter.request("PUT", "/a?b", List.of(new HttpField("Host", "h:1"), new HttpField("Transfer-Encoding", "chunked"))));
        assertEquals("PUT /a?b HTTP/1.1\r\nHost: h:1\r\nTransfer-Encoding: chunked\r\n\r\n", request);
        String body = text(HeadWriter.chunk(10)) + "0123456789" + text(HeadWriter.lineEnd()) + text(HeadWriter.chunk(0)) + text(HeadWriter.lineEnd());
        assertTrue(Heard.ofRequest(request + body).text().endsWith("body ended, 10 B\nwhole"));

        String answer = text(HeadWriter.answer(503, StatusReason.of(503), List.of(new HttpField("Content-Length", "0"))));
        assertEquals("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", answer);
        assertTrue(Heard.ofAnswer("GET", answer).text().endsWith("whole"));
    }

    @Test
    void nothingThatWouldBeAnotherLineIsWritten() {
        List<HttpField> none = List.of();
        assertThrows(IllegalArgumentException.class, () -> new HttpField("A", "b\r\nC: d"));
        assertThrows(IllegalArgumentException.class, () -> new HttpField("A: b", "c"));
        assertThrows(IllegalArgumentException.class, () -> new HttpField("", "c"));
        assertThrows(IllegalArgumentException.class, () -> HeadWriter.request("GET", "/a b", none));
        assertThrows(IllegalArgumentException.class, () -> HeadWriter.request("GET ", "/", none));
        assertThrows(IllegalArgumentException.class, () -> HeadWriter.answer(200, "OK\r\nA: b", none));
        assertThrows(IllegalArgumentException.class, () -> HeadWriter.answer(20, "", none));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
