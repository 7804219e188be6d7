package dev.lifeline.model;

/// A participant with a life line of its own: who made the observation.
public enum Lane implements Labelled {
    /// The program that opens the connection.
    CLIENT("client"),
    /// The operating system between the two programs.
    KERNEL("kernel"),
    /// The program that accepts the connection.
    SERVER("server");

    private final String label;

    Lane(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
