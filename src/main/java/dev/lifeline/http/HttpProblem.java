package dev.lifeline.http;

/// Reasons for which bytes are refused, and the status by which a server says so (RFC 9110 section 15.5 and 15.6).
public enum HttpProblem {
    /// The grammar does not have it.
    SYNTAX(400),
    /// Where the body ends can be read in more than one way, by which requests are smuggled (RFC 9112 section 11.2).
    FRAMING(400),
    /// A request of HTTP/1.1 without `Host`, or with several (RFC 9112 section 3.2).
    HOST(400),
    /// The target of a request is longer than is taken.
    TARGET_TOO_LONG(414),
    /// A line, the head, or the trailers are longer than is taken, or the fields are too many.
    HEAD_TOO_LARGE(431),
    /// A length that no body has.
    BODY_TOO_LARGE(413),
    /// Interim answers without end.
    TOO_MANY_INTERIM(400),
    /// A transfer coding that is not known.
    CODING(501),
    /// A major version other than 1.
    VERSION(505),
    /// A frame of HTTP/2 (RFC 9113 section 4.1).
    HTTP2(505);

    private final int status;

    HttpProblem(int status) {
        this.status = status;
    }

    /// The status of the answer to such a request.
    public int status() {
        return status;
    }
}
