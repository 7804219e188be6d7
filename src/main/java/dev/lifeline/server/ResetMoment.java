package dev.lifeline.server;

/// The moment at which a server throws connections away.
public enum ResetMoment {
    /// Right after accept, before anything is read.
    ACCEPT,
    /// Right after the first bytes were read.
    FIRST_BYTE,
    /// After half of the answer is written.
    ANSWER
}
