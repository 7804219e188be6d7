package dev.lifeline.server.web;

import dev.lifeline.model.http.BodyFraming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// The bytes of an answer that has a fault, and what the server does behind them.
///
/// @param head bytes up to the body
/// @param body bytes behind it; with `endless`, sent again and again
/// @param paceFrom the first byte of both that has to wait for its turn; -1 for none
/// @param paceTo the first byte behind these
record FaultScript(byte[] head, byte[] body, BodyFraming framing, boolean endless, int paceFrom, int paceTo, End end) {

    private static final int FIELDS = 10_000;
    private static final String CRLF = "\r\n";

    /// The way on behind the bytes.
    enum End { KEEP, CLOSE, RESET, HOLD }

    /// The bytes for a fault.
    ///
    /// @param first the status line and the fields that every answer has, without the empty line
    /// @param body of an answer without a fault
    /// @param target of the request
    static FaultScript of(HttpFault fault, String first, byte[] body, String target) {
        int length = body.length;
        String counted = first + "Content-Length: " + length + CRLF;
        return switch (fault) {
            case SHORT_BODY -> sent(first + "Content-Length: " + 2 * length + CRLF, body, End.CLOSE);
            case LONG_BODY -> sent(counted, joined(body, "and these 30 bytes more, twice.\n"), End.KEEP);
            case BAD_STATUS -> sent(counted.replaceFirst(" 200 ", " 2OO "), body, End.CLOSE);
            case NO_END -> chunked(first, body, "", End.HOLD);
            case BOTH_LENGTHS -> chunked(counted, body, "0\r\n\r\n", End.CLOSE);
            case ENDLESS_HEAD -> endless(counted, "X-Filler: these fields never end\r\n");
            case INTERIM -> endless("", "HTTP/1.1 100 Continue\r\n\r\n");
            case MANY_FIELDS -> sent(counted + fields(), body, End.KEEP);
            case SLOW_HEAD -> paced(counted, body, 0, counted.length() + 2);
            case SLOW_BODY -> paced(counted, body, counted.length() + 2, Integer.MAX_VALUE);
            case BARE_LF -> sent((counted + CRLF).replace(CRLF, "\n"), "", body, End.KEEP);
            case NUL -> sent(counted + "X-Nul: before\0behind\r\n", body, End.KEEP);
            case OBS_FOLD -> sent(counted + "X-Folded: first line\r\n  second line\r\n", body, End.KEEP);
            case GZIP -> zipped(first, body);
            case REDIRECT -> sent(first.replaceFirst(" 200 OK", " 302 Found") + "Location: " + target + "\r\nContent-Length: 0\r\n", new byte[0],
                    End.KEEP);
            case RESET_BODY -> sent(counted, java.util.Arrays.copyOf(body, length / 2), End.RESET);
            case STALL_BODY -> sent(counted, java.util.Arrays.copyOf(body, length / 2), End.HOLD);
            case NONE, CLOSE_IDLE, HANG, THROWS, EXIT -> throw new IllegalArgumentException(fault.word() + " is no fault of bytes");
        };
    }

    private static FaultScript sent(String head, byte[] body, End end) {
        return sent(head, CRLF, body, end);
    }

    private static FaultScript sent(String head, String empty, byte[] body, End end) {
        return new FaultScript(octets(head + empty), body, BodyFraming.LENGTH, false, -1, -1, end);
    }

    private static FaultScript chunked(String head, byte[] body, String last, End end) {
        byte[] chunk = joined(octets(Integer.toHexString(body.length) + CRLF), new String(body, StandardCharsets.ISO_8859_1) + CRLF + last);
        return new FaultScript(octets(head + "Transfer-Encoding: chunked\r\n\r\n"), chunk, BodyFraming.CHUNKED, false, -1, -1, end);
    }

    private static FaultScript endless(String head, String again) {
        return new FaultScript(octets(head), octets(again.repeat(64)), BodyFraming.NONE, true, -1, -1, End.HOLD);
    }

    private static FaultScript paced(String head, byte[] body, int from, int to) {
        return new FaultScript(octets(head + CRLF), body, BodyFraming.LENGTH, false, from, to, End.KEEP);
    }

    private static FaultScript zipped(String first, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sent(first + "Content-Encoding: gzip\r\nContent-Length: " + bytes.size() + CRLF, bytes.toByteArray(), End.KEEP);
    }

    private static String fields() {
        StringBuilder fields = new StringBuilder();
        for (int i = 1; i <= FIELDS; i++) {
            fields.append("X-Filler-").append(i).append(": ").append(i).append(CRLF);
        }
        return fields.toString();
    }

    private static byte[] joined(byte[] bytes, String more) {
        byte[] behind = octets(more);
        return ByteBuffer.allocate(bytes.length + behind.length).put(bytes).put(behind).array();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
