package dev.lifeline.observe;

/// Ways to trace of which a person may be reminded: the arguments of `trace`, as what would enable a source is told.
///
/// @see EvidenceSource#explained
public enum Tracing {
    /// A connection.
    CONNECT("connect HOST:PORT", "connect --serve --sandbox"),
    /// A scenario.
    PLAY("run SCENARIO", "run SCENARIO --sandbox");

    private final String command;
    private final String sandboxed;

    Tracing(String command, String sandboxed) {
        this.command = command;
        this.sandboxed = sandboxed;
    }

    /// The arguments that trace as this process did.
    public String command() {
        return command;
    }

    /// The arguments that do so in a namespace of its own.
    public String sandboxed() {
        return sandboxed;
    }
}
