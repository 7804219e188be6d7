package dev.lifeline.record;

/// Calls that a person has a program make on its connection, beside its own.
public enum HandCall {
    /// Writes bytes.
    SEND("write"),
    /// Ends its stream.
    SHUTDOWN("shutdown"),
    /// Closes.
    CLOSE("close"),
    /// Closes with a reset.
    RESET("reset");

    private final String word;

    HandCall(String word) {
        this.word = word;
    }

    /// The word of scenarios for it.
    public String word() {
        return word;
    }
}
