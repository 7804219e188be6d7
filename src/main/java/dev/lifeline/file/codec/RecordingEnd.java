package dev.lifeline.file.codec;

/// The last line of a recording.
///
/// @param events how many event lines were written
/// @param wallNanos how long the run took, in nanoseconds
public record RecordingEnd(long events, long wallNanos) {
}
