package dev.lifeline.model;

/// A constant that has a word of its own.
public interface Labelled {

    /// The word that people and recordings use.
    String label();
}
