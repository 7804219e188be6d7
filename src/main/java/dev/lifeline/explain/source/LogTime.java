package dev.lifeline.explain.source;

/// Time of an entry as its log has it.
///
/// @param text what stands there
/// @param millis for putting entries in order: since 1970, a time without a zone taken as UTC, one without a year in the year 2000
public record LogTime(String text, long millis) {
}
