package dev.lifeline.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes the heads of messages, and what stands round chunks (RFC 9112 section 2 to 7): the one place where they get their line ends.
public final class HeadWriter {

    private static final String VERSION = "HTTP/1.1";
    private static final String LINE_END = "\r\n";
    private static final int USUAL = 256;

    private HeadWriter() {
    }

    /// A request's head.
    ///
    /// @param target in the form in which it is sent
    /// @throws IllegalArgumentException for a method or a target that no request line has
    public static byte[] request(String method, String target, List<HttpField> fields) {
        if (!Octets.isTokens(method)) {
            throw new IllegalArgumentException("a method is letters, digits and '-'");
        }
        for (int i = 0; i < target.length(); i++) {
            if (!Octets.isTarget(target.charAt(i))) {
                throw new IllegalArgumentException("a target has no " + Malformed.named(target.charAt(i)));
            }
        }
        if (target.isEmpty()) {
            throw new IllegalArgumentException("a target is not empty");
        }
        return head(method + " " + target + " " + VERSION, fields);
    }

    /// An answer's head.
    ///
    /// @param reason may be empty
    public static byte[] answer(int status, String reason, List<HttpField> fields) {
        if (status < 100 || status > 999) {
            throw new IllegalArgumentException("a status has three digits");
        }
        return head(VERSION + " " + status + " " + new HttpField("reason", reason).value(), fields);
    }

    /// The line before a chunk of so many bytes; 0 for the last one, which the trailers or an empty line follow.
    public static byte[] chunk(long size) {
        return (Long.toHexString(size) + LINE_END).getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The end of a line: what stands behind a chunk, and behind the last.
    public static byte[] lineEnd() {
        return LINE_END.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] head(String first, List<HttpField> fields) {
        StringBuilder text = new StringBuilder(USUAL).append(first).append(LINE_END);
        for (HttpField field : fields) {
            text.append(field.name()).append(": ").append(field.value()).append(LINE_END);
        }
        return text.append(LINE_END).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
