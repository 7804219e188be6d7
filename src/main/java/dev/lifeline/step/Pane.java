package dev.lifeline.step;

import dev.lifeline.model.Labelled;
import java.util.List;

/// The things that can be inspected at a stop.
public enum Pane implements Labelled {
    SOCKETS("sockets"), QUEUES("queues"), TCPINFO("tcpinfo"), PACKETS("packets"), ROUTE("route"), THREADS("threads"), TLS("tls"), REQUEST("request");

    private final String word;

    Pane(String word) {
        this.word = word;
    }

    /// The word as it is typed.
    @Override
    public String label() {
        return word;
    }

    /// The words of all.
    public static List<String> words() {
        return Labelled.labels(values());
    }
}
