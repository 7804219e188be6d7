package dev.lifeline.model.http;

import dev.lifeline.model.Labelled;

/// The clocks of a server of HTTP, each of which ends a connection of which too little comes.
public enum HttpTimer implements Labelled {
    /// From the accept to the first byte of the first request.
    FIRST_BYTE("first-byte"),
    /// From the first byte of a request to the end of its head.
    HEADER("header"),
    /// From the first byte of a request to the end of its body.
    REQUEST("request"),
    /// From one answer to the next request.
    KEEP_ALIVE("keep-alive");

    private final String label;

    HttpTimer(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
