package dev.lifeline.explain.rule;

/// A pattern of a rule, as its file has it. What its signs mean is said in the package's `format.md`.
///
/// @param text the pattern
public record PhrasePattern(String text) {
}
