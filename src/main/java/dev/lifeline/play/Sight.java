package dev.lifeline.play;

/// One quiet look for something that a step waits for.
///
/// @param fits whether it is so
/// @param seen what was seen, for a person
public record Sight(boolean fits, String seen) {
}
