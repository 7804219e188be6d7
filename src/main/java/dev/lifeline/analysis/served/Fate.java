package dev.lifeline.analysis.served;

/// The end of a connection of a server, as its program saw it.
public enum Fate {
    /// Bytes came and bytes went, then it was closed.
    ANSWERED,
    /// The server wrote and had read nothing.
    TOLD,
    /// Bytes came, and none were written.
    HEARD,
    /// It was closed without a byte in either direction.
    EMPTY,
    /// The server found it reset: by the client, or on its way.
    RESET,
    /// The server reset it (`SO_LINGER` 0).
    RESET_HERE,
    /// The server's patience ended.
    TIMED_OUT,
    /// Another failure.
    FAILED,
    /// It was open when the server was stopped.
    OPEN
}
