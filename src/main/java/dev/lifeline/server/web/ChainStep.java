package dev.lifeline.server.web;

/// One step of the chain that each request goes through, in order (middleware).
enum ChainStep {
    /// Gives the request an id, and binds it for all that is behind.
    REQUEST_ID("request-id"),
    /// Does nothing by itself; a fault has it neither answer nor continue, or throw.
    GUARD("guard"),
    /// Finds the handler by the path.
    ROUTES("routes");

    private final String label;

    ChainStep(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
