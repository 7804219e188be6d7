package dev.lifeline.http;

/// The fields of one head that decide how it is read on: where the body ends, and what becomes of the connection. Everything by which
/// two readers could come to two ends is refused (RFC 9112 section 6 and 11.2). Not for several threads.
final class HeadFields {

    private static final long NONE = -1;
    /// A length of more digits may not fit into a `long`.
    private static final int MOST_DIGITS = 18;
    private static final String[] NO_TRAILERS = {"Content-Length", "Transfer-Encoding", "Host", "Trailer", "Connection"};
    private static final String[] COMPRESSING = {"gzip", "x-gzip", "deflate", "compress", "x-compress"};

    private long length = NONE;
    private FieldLine coding;
    private boolean chunked;
    private boolean unknownCoding;
    private int hosts;
    private boolean close;
    private boolean keepAlive;
    private boolean continues;

    void add(FieldLine field) throws MalformedException {
        if (field.is("Content-Length")) {
            contentLength(field);
        } else if (field.is("Transfer-Encoding")) {
            transferEncoding(field);
        } else if (field.is("Host")) {
            host(field);
        } else if (field.is("Connection")) {
            close |= lists(field.value(), "close");
            keepAlive |= lists(field.value(), "keep-alive");
        } else if (field.is("Expect")) {
            continues |= field.value().equalsIgnoreCase("100-continue");
        }
    }

    /// Refuses what would say something of the framing when it is too late.
    static void checkTrailer(FieldLine field) throws MalformedException {
        for (String name : NO_TRAILERS) {
            if (field.is(name)) {
                throw Malformed.of(HttpProblem.FRAMING, field.offset(), "a field that may be a trailer", name);
            }
        }
    }

    /// The length that `Content-Length` says, or -1.
    long length() {
        return length;
    }

    /// Says if chunks are the last coding.
    boolean isChunked() {
        return chunked;
    }

    /// Says if there is a transfer coding at all.
    boolean isCoded() {
        return coding != null;
    }

    /// Says if another request may follow on the connection, as far as this head says (RFC 9112 section 9.3).
    boolean keepsAlive(String version) {
        return !close && (!version.equals("HTTP/1.0") || keepAlive);
    }

    /// Says if the sender waits for 100 before it sends the body (RFC 9110 section 10.1.1).
    boolean continues() {
        return continues;
    }

    /// Looks at a head as a whole.
    ///
    /// @param end offset behind it
    void check(StartLine line, long end) throws MalformedException {
        boolean request = line.method() != null;
        if (coding != null && length != NONE) {
            throw Malformed.of(HttpProblem.FRAMING, end, "Content-Length or Transfer-Encoding", "both");
        }
        if (coding != null && line.version().equals("HTTP/1.0")) {
            throw Malformed.of(HttpProblem.FRAMING, coding.offset(), "no Transfer-Encoding in HTTP/1.0", "Transfer-Encoding");
        }
        if (unknownCoding || request && coding != null && !coding.value().equalsIgnoreCase("chunked")) {
            throw Malformed.of(HttpProblem.CODING, coding.offset(), "Transfer-Encoding: chunked", Malformed.quoted(coding.value()));
        }
        if (request && (hosts > 1 || hosts == 0 && !line.version().equals("HTTP/1.0"))) {
            throw Malformed.of(HttpProblem.HOST, end, "one Host", hosts == 0 ? "none" : "several");
        }
        if (request && line.method().equals(StartLine.CONNECT) && (coding != null || length > 0)) {
            throw Malformed.of(HttpProblem.FRAMING, end, "no body in a CONNECT request", "one");
        }
    }

    private void contentLength(FieldLine field) throws MalformedException {
        String value = field.value();
        int from = 0;
        // A list of equal numbers says nothing new (RFC 9112 section 6.3, rule 5).
        for (int to = value.indexOf(','); ; to = value.indexOf(',', from)) {
            long number = number(field, blankless(value.substring(from, to < 0 ? value.length() : to)));
            if (length != NONE && length != number) {
                throw Malformed.of(HttpProblem.FRAMING, field.offset(), "Content-Length " + length + " again",
                        "Content-Length " + number);
            }
            length = number;
            if (to < 0) {
                return;
            }
            from = to + 1;
        }
    }

    private static long number(FieldLine field, String text) throws MalformedException {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!Octets.isDigit(text.charAt(i))) {
                throw Malformed.of(HttpProblem.FRAMING, field.offset(), "Content-Length as a number", Malformed.quoted(text));
            }
            if (i == MOST_DIGITS) {
                throw Malformed.of(HttpProblem.BODY_TOO_LARGE, field.offset(), "Content-Length of " + MOST_DIGITS + " digits at most",
                        Malformed.quoted(text));
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        if (text.isEmpty()) {
            throw Malformed.of(HttpProblem.FRAMING, field.offset(), "Content-Length as a number", "nothing");
        }
        return number;
    }

    private void transferEncoding(FieldLine field) throws MalformedException {
        if (chunked) {
            throw Malformed.of(HttpProblem.FRAMING, field.offset(), "nothing after chunked", Malformed.quoted(field.value()));
        }
        coding = field;
        int from = 0;
        for (int to = 0; to >= 0; from = to + 1) {
            to = field.value().indexOf(',', from);
            String one = blankless(field.value().substring(from, to < 0 ? field.value().length() : to));
            if (chunked) {
                throw Malformed.of(HttpProblem.FRAMING, field.offset(), "nothing after chunked", Malformed.quoted(field.value()));
            }
            chunked = one.equalsIgnoreCase("chunked");
            unknownCoding |= !chunked && !isCompressing(one);
        }
    }

    private static boolean isCompressing(String coding) {
        for (String one : COMPRESSING) {
            if (one.equalsIgnoreCase(coding)) {
                return true;
            }
        }
        return false;
    }

    private void host(FieldLine field) throws MalformedException {
        hosts++;
        String value = field.value();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Octets.isTarget(c) || c == '/' || c == ',' || c == '@' || c == '?') {
                throw Malformed.of(HttpProblem.HOST, field.offset(), "Host with a name and a port", Malformed.quoted(value));
            }
        }
    }

    /// Says if a comma-separated list has a word.
    static boolean lists(String value, String word) {
        int from = 0;
        while (from <= value.length()) {
            int comma = value.indexOf(',', from);
            int to = comma < 0 ? value.length() : comma;
            if (blankless(value.substring(from, to)).equalsIgnoreCase(word)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    /// Only space and tab: other characters of Unicode that Java strips are part of the word.
    private static String blankless(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && Octets.isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && Octets.isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
