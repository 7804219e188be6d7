package dev.lifeline.model.event;

import dev.lifeline.model.Labelled;

/// The use that a socket is made for.
public enum SocketPurpose implements Labelled {
    /// It waits for connections.
    LISTENING("listening"),
    /// A listening socket brought it.
    ACCEPTED("accepted"),
    /// It makes a connection.
    CONNECTING("connecting");

    private final String label;

    SocketPurpose(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
