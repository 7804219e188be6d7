package dev.lifeline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Shapes by which one reader is made to see another request than the next: the families that the HTTP Garden and published advisories
/// name, in requests of our own. Each is refused, at the byte that decides.
class SmugglingTest {

    private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n";
    private static final String POST = "POST / HTTP/1.1\r\nHost: h\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";

    /// @param bytes the bytes up to the one that decides; what follows is `rest`
    private record Shape(String name, String bytes, String rest, HttpProblem problem, String found) {
    }

    private static final List<Shape> BYTES = List.of(
            shape("bare LF after the request line", "GET / HTTP/1.1", "\nHost: h\r\n\r\n", "LF alone"),
            shape("bare LF after a field", GET + "A: b", "\nContent-Length: 5\r\n\r\n", "LF alone"),
            shape("bare LF as the empty line", GET, "\nGET /2 HTTP/1.1\r\n", "LF alone"),
            shape("LF in a value", GET + "A:", "\n\nGET /2 HTTP/1.1\r\n\r\n", "LF alone"),
            shape("CR in a value", GET + "A: b\r", "Content-Length: 5\r\n\r\n", "'C'"),
            shape("CR CR LF", GET + "A: b\r", "\r\n\r\n", "CR"),
            shape("CR and any byte for the empty line", GET + "\r", "ZGET /2 HTTP/1.1\r\n\r\n", "'Z'"),
            shape("LF as a space of the request line", "GET /", "\nHTTP/1.1\r\nHost: h\r\n\r\n", "LF alone"),
            shape("NUL in a value", GET + "A: b", "\0c\r\n\r\n", "NUL"),
            shape("NUL in a name", GET + "A", "\0: b\r\n\r\n", "NUL"),
            shape("NUL in the target", "GET /", "\0 HTTP/1.1\r\nHost: h\r\n\r\n", "NUL"),
            shape("a control character in a value", GET + "A: ", "\u001b[31m\r\n\r\n", "the byte 0x1b"),
            shape("a folded line", GET + "A: b\r\n", " c\r\n\r\n", "a space: a folded line, which is obsolete"),
            shape("a folded line with a tab", POST + "Transfer-Encoding:\r\n", "\tchunked\r\n\r\n",
                    "a tab: a folded line, which is obsolete"),
            shape("white space before the first field", "GET / HTTP/1.1\r\n", " Host: h\r\n\r\n", "a space: a folded line, which is obsolete"),
            shape("a space before the colon", POST + "Content-Length", " : 5\r\n\r\n12345", "a space"),
            shape("a tab before the colon", POST + "Transfer-Encoding", "\t: chunked\r\n\r\n", "a tab"),
            shape("0x85 before the colon", POST + "Content-Length", "\u0085: 5\r\n\r\n", "the byte 0x85"),
            shape("0xa0 before the colon", POST + "Content-Length", "\u00a0: 5\r\n\r\n", "the byte 0xa0"),
            shape("an empty name", GET, ": b\r\n\r\n", "':'"),
            shape("a line without a colon", GET + "Content-Length", " 5\r\n\r\n", "a space"),
            shape("a name over two lines", POST + "Transfer-", "\r\nEncoding: chunked\r\n\r\n", "the end of the line"),
            shape("a name with a bracket", GET + "X", "[0]: 1\r\n\r\n", "'['"),
            shape("two spaces after the method", "GET ", " / HTTP/1.1\r\nHost: h\r\n\r\n", "\"\""),
            shape("a space at the front", "", " GET / HTTP/1.1\r\nHost: h\r\n\r\n", "a space"),
            shape("a tab as a space", "GET", "\t/ HTTP/1.1\r\nHost: h\r\n\r\n", "a tab"),
            shape("two empty lines before the request", "\r\n", "\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n", "an empty line"),
            shape("no version (HTTP/0.9)", "GET /", "\r\n", "the end of the line"),
            shape("a version of two digits", "GET / HTTP/1.1", "1\r\nHost: h\r\n\r\n", "'1'"),
            shape("a version in small letters", "GET / ", "http/1.1\r\nHost: h\r\n\r\n", "'h'"),
            shape("a method with a bracket", "G", "[T / HTTP/1.1\r\nHost: h\r\n\r\n", "'['"),
            shape("a target that is none", "GET ", "! HTTP/1.1\r\nHost: h\r\n\r\n", "\"!\""),
            shape("a fragment in the target", "GET /a", "#b HTTP/1.1\r\nHost: h\r\n\r\n", "'#'"),
            shape("0x before a chunk size", CHUNKED + "0", "x1\r\nZ\r\n0\r\n\r\n", "'x'"),
            shape("an underscore in a chunk size", CHUNKED + "0", "_1\r\nZ\r\n0\r\n\r\n", "'_'"),
            shape("a plus before a chunk size", CHUNKED, "+1\r\nZ\r\n0\r\n\r\n", "'+'"),
            shape("a minus before a chunk size", CHUNKED, "-1\r\nZ\r\n0\r\n\r\n", "'-'"),
            shape("a space before a chunk size", CHUNKED, " 1\r\nZ\r\n0\r\n\r\n", "a space"),
            shape("a space after a chunk size", CHUNKED + "1 ", "\r\nZ\r\n0\r\n\r\n", "the end of the line"),
            shape("text after a chunk size", CHUNKED + "1", "these\r\nZ\r\n0\r\n\r\n", "'t'"),
            shape("no chunk size", CHUNKED, "\r\n\r\n", "the end of the line"),
            shape("LF after a chunk size", CHUNKED + "1", "\nZ\r\n0\r\n\r\n", "LF alone"),
            shape("CR and another byte in a chunk's line", CHUNKED + "2\r", "\r;a\r\n02\r\n", "CR"),
            shape("LF in a chunk extension", CHUNKED + "1;a", "\nb\r\nZ\r\n0\r\n\r\n", "LF alone"),
            shape("an extension without a name", CHUNKED + "1;", "=b\r\nZ\r\n0\r\n\r\n", "'='"),
            shape("a chunk that is longer than it says", CHUNKED + "1\r\nZ", "Z\r\n0\r\n\r\n", "'Z'"),
            shape("LF after a chunk", CHUNKED + "1\r\nZ", "\n0\r\n\r\n", "LF alone"),
            shape("an empty line between chunks", CHUNKED + "1\r\nZ\r\n", "\r\n0\r\n\r\n", "the end of the line"),
            shape("a request in place of the trailers", CHUNKED + "0\r\nGET", " / HTTP/1.1\r\n\r\n", "a space"));

    private static final List<Shape> FRAMING = List.of(
            framing("Content-Length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", HttpProblem.FRAMING),
            framing("chunks and Content-Length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n", HttpProblem.FRAMING),
            framing("two lengths", "Content-Length: 0\r\nContent-Length: 44\r\n\r\n", HttpProblem.FRAMING),
            framing("two lengths in one line", "Content-Length: 5, 6\r\n\r\n", HttpProblem.FRAMING),
            framing("an empty length", "Content-Length: \r\n\r\n", HttpProblem.FRAMING),
            framing("an empty length and another", "Content-Length:\r\nContent-Length: 5\r\n\r\n", HttpProblem.FRAMING),
            framing("a comma after a length", "Content-Length: 5,\r\n\r\n", HttpProblem.FRAMING),
            framing("a plus before a length", "Content-Length: +5\r\n\r\n", HttpProblem.FRAMING),
            framing("a minus before a length", "Content-Length: -5\r\n\r\n", HttpProblem.FRAMING),
            framing("0x before a length", "Content-Length: 0x5\r\n\r\n", HttpProblem.FRAMING),
            framing("an underscore in a length", "Content-Length: 1_0\r\n\r\n", HttpProblem.FRAMING),
            framing("text after a length", "Content-Length: 5abc\r\n\r\n", HttpProblem.FRAMING),
            framing("other digits of Unicode", "Content-Length: \u00b2\r\n\r\n", HttpProblem.FRAMING),
            framing("a length beyond all numbers", "Content-Length: 18446744073709551621\r\n\r\n", HttpProblem.BODY_TOO_LARGE),
            framing("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", HttpProblem.FRAMING),
            framing("chunked twice in one line", "Transfer-Encoding: chunked, chunked\r\n\r\n", HttpProblem.FRAMING),
            framing("a coding after chunked", "Transfer-Encoding: chunked, gzip\r\n\r\n", HttpProblem.FRAMING),
            framing("an empty coding", "Transfer-Encoding:\r\n\r\n", HttpProblem.CODING),
            framing("a comma before chunked", "Transfer-Encoding: ,chunked\r\n\r\n", HttpProblem.CODING),
            framing("an unknown coding before chunked", "Transfer-Encoding: x, chunked\r\n\r\n", HttpProblem.CODING),
            framing("identity", "Transfer-Encoding: identity\r\n\r\n", HttpProblem.CODING),
            framing("a word that only looks like chunked", "Transfer-Encoding: chunked\u00a0\r\n\r\n", HttpProblem.CODING),
            framing("quoted chunked", "Transfer-Encoding: \"chunked\"\r\n\r\n", HttpProblem.CODING),
            framing("chunked with a parameter", "Transfer-Encoding: chunked;q=1\r\n\r\n", HttpProblem.CODING),
            framing("two hosts", "Host: h2\r\n\r\n", HttpProblem.HOST),
            framing("two hosts of which one is the same", "Host: h\r\n\r\n", HttpProblem.HOST),
            framing("a host with a path", "Host: h/x\r\n\r\n", HttpProblem.HOST),
            framing("a host with a user", "Host: a@h\r\n\r\n", HttpProblem.HOST));

    private static Shape shape(String name, String bytes, String rest, String found) {
        return new Shape(name, bytes, rest, HttpProblem.SYNTAX, found);
    }

    private static Shape framing(String name, String fields, HttpProblem problem) {
        return new Shape(name, POST + fields, "01234", problem, null);
    }

    @Test
    void eachShapeOfBytesIsRefusedWhereItDecides() {
        List<String> wrong = new ArrayList<>();
        for (Shape shape : BYTES) {
            Malformed seen = Heard.ofRequest(shape.bytes() + shape.rest()).malformed;
            if (seen == null || seen.offset() != shape.bytes().length() || seen.problem() != shape.problem()
                    || !seen.found().equals(shape.found())) {
                wrong.add(shape.name() + " (at " + shape.bytes().length() + "): " + seen);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void eachShapeOfFramingIsRefusedBeforeAnyBody() {
        List<String> wrong = new ArrayList<>();
        for (Shape shape : FRAMING) {
            Heard heard = Heard.ofRequest(shape.bytes() + shape.rest());
            if (heard.malformed == null || heard.malformed.problem() != shape.problem() || heard.text().contains("\nbody")) {
                wrong.add(shape.name() + ": " + heard.malformed);
            }
        }
        assertEquals(List.of(), wrong);
    }

    /// The same shapes with the one thing put right: each is taken, so it was that thing that was refused.
    @Test
    void whatIsAllowedIsTaken() {
        for (String fields : List.of("Content-Length: 5\r\nContent-Length: 5\r\n", "Content-Length: 5, 5\r\n", "content-length:\t5 \r\n",
                "Content-Length: 005\r\n")) {
            assertTrue(Heard.ofRequest(POST + fields + "\r\n01234GET").text().endsWith("body length 5\npart \"01234\"\nbody ended, 5 B\nwhole"),
                    fields);
        }
        for (String body : List.of("1\r\nZ\r\n0\r\n\r\n", "01;a=b;c\r\nZ\r\n00\r\n\r\n", "1 ; a\r\nZ\r\n0;x=\"y\"\r\nT: u\r\n\r\n")) {
            Heard heard = Heard.ofRequest(CHUNKED + body);
            assertNull(heard.malformed, body);
            assertTrue(heard.text().endsWith("body ended, 1 B\nwhole"), body);
        }
        for (String request : List.of("\r\n" + GET, "GET / HTTP/1.0\r\n", "GET http://h/ HTTP/1.1\r\nHost: h\r\n", "OPTIONS * HTTP/1.1\r\nHost: h\r\n",
                "CONNECT h:443 HTTP/1.1\r\nHost: h:443\r\n", "GET / HTTP/1.9\r\nHost: \r\n", GET + "X!#$%&'*+-.^_`|~: \u00e4\u0001".replace("\u0001", "\t") + "\r\n")) {
            assertTrue(Heard.ofRequest(request + "\r\n").text().endsWith("whole"), request);
        }
    }

    @Test
    void whatTrailersMustNotSayIsRefused() {
        for (String name : List.of("Content-Length", "transfer-encoding", "Host")) {
            assertEquals(HttpProblem.FRAMING, Heard.ofRequest(CHUNKED + "0\r\n" + name + ": 1\r\n\r\n").malformed.problem());
        }
    }

    @Test
    void aRequestWithoutHostOrOfAnotherVersionIsRefused() {
        assertEquals(HttpProblem.HOST, Heard.ofRequest("GET / HTTP/1.1\r\n\r\n").malformed.problem());
        for (String other : List.of("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "GET / HTTP/2.0\r\n\r\n", "GET / HTTP/0.9\r\n\r\n")) {
            assertEquals(HttpProblem.VERSION, Heard.ofRequest(other).malformed.problem(), other);
        }
        assertEquals(HttpProblem.FRAMING, Heard.ofRequest("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n").malformed.problem());
        assertEquals(HttpProblem.FRAMING, Heard.ofRequest("CONNECT h:1 HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\n").malformed.problem());
    }

    @Test
    void endlessHeadsAreRefusedInTheirBounds() {
        HttpLimits limits = HttpLimits.OF_SERVER;
        assertEquals(HttpProblem.TARGET_TOO_LONG, Heard.ofRequest("GET /" + "a".repeat(9_000)).malformed.problem());
        assertEquals(HttpProblem.HEAD_TOO_LARGE, Heard.ofRequest(GET + "A: " + "a".repeat(9_000)).malformed.problem());
        assertEquals(HttpProblem.HEAD_TOO_LARGE, Heard.ofRequest(GET + "A: b\r\n".repeat(10_000)).malformed.problem());
        assertEquals(GET.length() + 6L * (limits.fields() - 1), Heard.ofRequest(GET + "A: b\r\n".repeat(10_000)).malformed.offset());
        assertEquals(limits.head(), Heard.ofRequest(GET + ("A: " + "b".repeat(4_000) + "\r\n").repeat(20)).malformed.offset());
        assertEquals(HttpProblem.HEAD_TOO_LARGE, Heard.ofRequest(CHUNKED + "0\r\n" + "A: b\r\n".repeat(200)).malformed.problem());
        assertEquals(HttpProblem.BODY_TOO_LARGE, Heard.ofRequest(CHUNKED + "1;a=" + "b".repeat(7_000) + "\r\nZ\r\n1;a=" + "b".repeat(7_000)
                + "\r\nZ\r\n1;a=" + "b".repeat(7_000)).malformed.problem());
        assertEquals(HttpProblem.BODY_TOO_LARGE, Heard.ofRequest(CHUNKED + "0".repeat(15) + "1\r\n").malformed.problem());
    }

    @Test
    void answersAreReadAsStrictly() {
        String[][] shapes = {{"SSH-2.0-x\r\n", "0"}, {"HTTP/1.1 200\r\n\r\n", "12"}, {"HTTP/1.1 20 OK\r\n", "11"}, {"HTTP/1.1 2000 OK\r\n", "12"},
            {"HTTP/1.1  200 OK\r\n", "9"}, {"HTTP/1.1 099 \r\n", "9"}, {"HTTP/1,1 200 OK\r\n", "6"}, {"ICY 200 OK\r\n", "0"}, {"\r\nHTTP/1.1 200 OK\r\n", "0"},
            {"HTTP/1.1 200 OK\nA: b\n\n", "15"}, {"HTTP/1.1 200 OK\r\nA : b\r\n\r\n", "18"}, {"HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", "23"},
            {"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", "66"},
            {"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "36"}};
        for (String[] shape : shapes) {
            Malformed seen = Heard.ofAnswer("GET", shape[0]).malformed;
            assertNotNull(seen, shape[0]);
            assertEquals(Long.parseLong(shape[1]), seen.offset(), shape[0] + ": " + seen);
        }
        assertEquals(HttpProblem.CODING, Heard.ofAnswer("GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: x, chunked\r\n\r\n").malformed.problem());
        assertEquals(HttpProblem.SYNTAX, Heard.ofAnswer("GET", "\0\0\u0012\1\0\0\0\0\0").malformed.problem(), "a frame, and none that begins HTTP/2");
        assertTrue(Heard.ofAnswer("GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n").text().endsWith("whole"));
        assertTrue(Heard.ofAnswer("GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nabc").text().contains("body until close"));
    }
}
