package dev.lifeline.observe;

/// Ways to trace of which a person may be reminded: the arguments of `trace`, as what would enable a source is told.
///
/// @see EvidenceSource#explained
public enum Tracing {
    /// A connection to something else.
    CONNECT("connect HOST:PORT", null),
    /// A connection to a server of its own.
    SERVED("connect --serve", "connect --serve --sandbox"),
    /// A server for clients of other programs, which do not come into a namespace.
    SERVE("serve", null),
    /// A scenario.
    PLAY("run SCENARIO", "run SCENARIO --sandbox"),
    /// Nothing yet: a person asks what is possible.
    ANY("COMMAND", "COMMAND --sandbox");

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

    /// The arguments that do so in a namespace of its own; `null` where that cannot be.
    public String sandboxed() {
        return sandboxed;
    }
}
