package dev.lifeline.view.explained;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;

/// Words for what a text can be placed on, and how surely.
final class StageAbout {

    private StageAbout() {
    }

    /// The stage in a few words.
    static String of(ErrorStage stage) {
        return switch (stage) {
            case LOOKUP -> "a name becomes addresses: getaddrinfo(3), DNS";
            case BIND -> "a local address and port are taken: bind(2), listen(2)";
            case ROUTE -> "the system finds no way to the destination, or a router has none";
            case CONNECT -> "until the handshake of TCP is done: connect(2)";
            case ACCEPT -> "a server takes a connection: accept(2)";
            case TLS -> "the handshake of TLS, and what breaks its records";
            case READ -> "bytes were waited for: read(2)";
            case WRITE -> "bytes were handed to the kernel: write(2)";
            case IDLE -> "the connection was open, and nothing moved";
            case PROTOCOL -> "bytes came, and their meaning was not what was expected";
            case NONE -> "no error of a connection, as far as the words tell";
        };
    }

    /// The reason for a confidence.
    static String of(Confidence confidence) {
        return switch (confidence) {
            case HIGH -> "high";
            case MEDIUM -> "medium: the words leave little else";
            case LOW -> "low: the words would be as true of another stage";
        };
    }
}
