package dev.lifeline.model.event;

import dev.lifeline.model.Labelled;

/// The way in which a socket was closed (RFC 9293 section 3.6 and 3.5.3).
public enum CloseKind implements Labelled {
    /// This side sent its FIN and saw the peer's.
    ORDERLY("orderly"),
    /// This side sent its FIN and closed without having seen the peer's.
    HALF("half"),
    /// This side closed with a reset (`SO_LINGER` 0): bytes under way are lost.
    RESET("reset"),
    /// The connection was already gone (reset by the peer, or a failed stage) and only the descriptor was given back.
    ABANDONED("abandoned");

    private final String label;

    CloseKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
