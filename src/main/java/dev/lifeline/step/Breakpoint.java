package dev.lifeline.step;

/// A place at which a person wants to stop.
///
/// @param number by which it can be deleted, from 1
public record Breakpoint(int number, StopPlace place) {
}
