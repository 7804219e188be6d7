package dev.lifeline.step;

import java.util.ArrayList;
import java.util.List;

/// The things that can be inspected at a stop.
public enum Pane {
    SOCKETS("sockets"), QUEUES("queues"), TCPINFO("tcpinfo"), PACKETS("packets"), ROUTE("route"), THREADS("threads");

    private final String word;

    Pane(String word) {
        this.word = word;
    }

    /// The word as it is typed.
    public String word() {
        return word;
    }

    /// The words of all.
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Pane pane : values()) {
            words.add(pane.word);
        }
        return words;
    }
}
