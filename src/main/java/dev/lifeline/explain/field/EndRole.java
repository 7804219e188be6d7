package dev.lifeline.explain.field;

/// Which end of a connection a text names, as far as the words around it tell.
enum EndRole {
    LOCAL, REMOTE,
    /// The words do not say; nearly always the other end.
    OPEN
}
