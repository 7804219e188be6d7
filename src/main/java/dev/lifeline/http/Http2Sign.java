package dev.lifeline.http;

/// The head of a frame of HTTP/2 where a status line of HTTP/1 should be: what a server sends that speaks nothing else (RFC 9113
/// section 3.4 and 4.1). Its first byte is one that no line of text has.
final class Http2Sign {

    private static final int LENGTH = 9;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;

    private final long offset;
    private int seen;
    private int type;

    /// @param offset of its first byte
    Http2Sign(long offset) {
        this.offset = offset;
    }

    /// Takes a byte of what may be one.
    ///
    /// @throws MalformedException once it is known what it is
    void take(int octet) throws MalformedException {
        boolean fits = switch (seen++) {
            case 0, 5, 6, 7, 8 -> octet == 0;
            case 3 -> octet == SETTINGS || octet == GOAWAY;
            default -> true;
        };
        if (!fits) {
            throw Malformed.syntax(offset, "HTTP/1.1", "NUL");
        }
        type = seen == 4 ? octet : type;
        if (seen == LENGTH) {
            throw Malformed.of(HttpProblem.HTTP2, offset, "HTTP/1.1",
                    type == SETTINGS ? "a SETTINGS frame of HTTP/2" : "a GOAWAY frame of HTTP/2");
        }
    }
}
