package dev.lifeline.model.http;

import dev.lifeline.model.Labelled;

/// The way in which a message of HTTP/1.1 says where its body ends (RFC 9112 section 6.3).
public enum BodyFraming implements Labelled {
    /// There is no body: a request without one, an answer to HEAD, 204, 304.
    NONE("none"),
    /// `Content-Length` says how many bytes.
    LENGTH("length"),
    /// `Transfer-Encoding: chunked`: pieces that each say their length, and one of length 0 at the end.
    CHUNKED("chunked"),
    /// Nothing says it but the end of the stream.
    UNTIL_CLOSE("until close");

    private final String label;

    BodyFraming(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
