package dev.lifeline.model.tls;

import dev.lifeline.model.Labelled;

/// The certificates that a chain was checked against.
public enum TrustSource implements Labelled {
    /// Those that the Java runtime brings or the machine gives it.
    SYSTEM("system"),
    /// Those of a file that the person named.
    FILE("file"),
    /// None: the person asked that no certificate be checked.
    NONE("none");

    private final String label;

    TrustSource(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
