package dev.lifeline.model;

/// The way in which an event came to be known. A guess never looks measured, so each event carries its grade.
public enum Evidence implements Labelled {
    /// A call of the traced program returned.
    APPLICATION("application"),
    /// The kernel answered a question about its own state.
    KERNEL("kernel"),
    /// A packet was seen on the wire.
    PACKET("packet"),
    /// A conclusion from other events; nobody measured it.
    INFERRED("inferred");

    private final String label;

    Evidence(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
