package dev.lifeline.server;

/// When a server that throws connections away does it.
public enum ResetMoment {
    /// Right after accept, before anything is read.
    ACCEPT,
    /// Right after the first bytes were read.
    FIRST_BYTE,
    /// When half of the answer is written.
    ANSWER
}
