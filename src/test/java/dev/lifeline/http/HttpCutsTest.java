package dev.lifeline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The parts of a message do not depend on how its bytes were cut; damaged bytes end in one sentence, in bounded memory.
class HttpCutsTest {

    private static final List<String> REQUESTS = List.of(
            "GET /a HTTP/1.1\r\nHost: h\r\nAccept: */*\r\n\r\nGET /b HTTP/1.1\r\n",
            "\r\nPOST /b?c=d HTTP/1.1\r\nHost: [::1]:80\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\nhello\r\n\0you",
            "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5;a=\"b c\"\r\nhello\r\nA\r\n0123456789\r\n0\r\nX-Sum: 1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: h\r\nA: b\r\n c\r\n\r\n", "GET / HTTP/1.1\r\nHost: h\r\nA: \0\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello!\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc");
    private static final List<String> ANSWERS = List.of(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 408 \r\n",
            "HTTP/1.0 404 N\u00e4h\r\nServer: x\r\n\r\nuntil the end", "HTTP/1.1 204 \r\nConnection: close\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n1\r\nb\r\n0\r\n\r\n", "\0\0\u0012\4\0\0\0\0\0\0\3\0", "\0\0\u0012\1\0", "220 mail ESMTP\r\n");
    private static final int ROUNDS = 4_000;

    @Test
    void aCutAnywhereChangesNothing() {
        for (String request : REQUESTS) {
            String whole = parts(true, request, request.length());
            for (int cut = 1; cut < request.length(); cut++) {
                assertEquals(whole, parts(true, request, cut), "cut at " + cut);
            }
        }
        for (String answer : ANSWERS) {
            String whole = parts(false, answer, answer.length());
            for (int cut = 1; cut < answer.length(); cut++) {
                assertEquals(whole, parts(false, answer, cut), "cut at " + cut);
            }
        }
    }

    @Test
    void oneByteAtATimeChangesNothing() {
        for (String request : REQUESTS) {
            assertEquals(parts(true, request, request.length()), oneByOne(true, request));
        }
        for (String answer : ANSWERS) {
            assertEquals(parts(false, answer, answer.length()), oneByOne(false, answer));
        }
    }

    @Test
    void damagedBytesEndInPartsThatDoNotDependOnTheirCuts() {
        Random random = new Random(20261130);
        for (int round = 0; round < ROUNDS; round++) {
            boolean request = random.nextBoolean();
            List<String> samples = request ? REQUESTS : ANSWERS;
            StringBuilder bytes = new StringBuilder(samples.get(random.nextInt(samples.size())));
            for (int i = random.nextInt(4); i >= 0; i--) {
                damage(bytes, samples, random);
            }
            String damaged = bytes.toString();
            String whole = parts(request, damaged, damaged.length());

            assertEquals(whole, oneByOne(request, damaged));
            if (whole.contains("malformed at ")) {
                String last = whole.substring(whole.lastIndexOf("malformed at "), whole.lastIndexOf('\n'));
                assertTrue(last.chars().allMatch(c -> c >= ' ' && c < 0x7F), last);
                assertTrue(whole.substring(whole.lastIndexOf('\n')).startsWith("\nBROKEN"), whole);
            }
        }
    }

    private static void damage(StringBuilder bytes, List<String> samples, Random random) {
        int at = random.nextInt(bytes.length());
        switch (random.nextInt(4)) {
            case 0 -> bytes.setCharAt(at, (char) random.nextInt(256));
            case 1 -> bytes.deleteCharAt(at);
            case 2 -> bytes.insert(at, "\r\n: ;,\t\0\u001b5x".charAt(random.nextInt(11)));
            default -> {
                String other = samples.get(random.nextInt(samples.size()));
                int from = random.nextInt(other.length());
                bytes.insert(at, other, from, Math.min(other.length(), from + random.nextInt(20)));
            }
        }
        if (bytes.isEmpty()) {
            bytes.append('x');
        }
    }

    /// All parts, the state at the end, and how many bytes were taken.
    private static String parts(boolean request, String bytes, int cut) {
        Heard heard = new Heard();
        HttpParser parser = request ? HttpParser.ofRequests(HttpLimits.OF_SERVER, heard) : HttpParser.ofAnswers(HttpLimits.OF_CLIENT, heard);
        int taken = parser.feed(Heard.buffer(bytes.substring(0, cut)));
        taken += parser.feed(Heard.buffer(bytes.substring(cut)));
        return heard.text() + "\n" + parser.state() + " " + taken + " " + parser.end() + heard.text().length();
    }

    private static String oneByOne(boolean request, String bytes) {
        Heard heard = new Heard();
        HttpParser parser = request ? HttpParser.ofRequests(HttpLimits.OF_SERVER, heard) : HttpParser.ofAnswers(HttpLimits.OF_CLIENT, heard);
        ByteBuffer all = Heard.buffer(bytes);
        int taken = 0;
        while (all.hasRemaining()) {
            taken += parser.feed(ByteBuffer.wrap(new byte[] {all.get()}));
        }
        return heard.text() + "\n" + parser.state() + " " + taken + " " + parser.end() + heard.text().length();
    }
}
