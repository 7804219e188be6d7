package dev.lifeline.race;

/// The state of an attempt.
public enum AttemptState {
    /// Its turn has not come.
    WAITING,
    /// Under way.
    RUNNING,
    /// It ended without a connection.
    FAILED,
    /// It was given up.
    ABANDONED,
    /// Its connection is the one.
    WON
}
