package dev.lifeline.explain.source;

/// Entry of a log: a line with all that belongs to it, such as its stack trace.
///
/// @param text without escape sequences and control characters; of a line of JSON its messages, errors and stacks, joined
/// @param line the number of its first line, from 1
/// @param time its time, `null` where it has none
public record LogEntry(String text, long line, LogTime time) {
}
