package dev.lifeline.explain;

/// Words of an entry on which an answer rests.
///
/// @param start where they begin in the entry's text, in chars
/// @param end where they end, exclusive
/// @param text the words themselves, as they stand there
public record Words(int start, int end, String text) {
}
