package dev.lifeline.step;

/// A text that a person wrote beside a stop.
///
/// @param stop the number of the stop
/// @param text as it was typed
public record StopNote(int stop, String text) {
}
