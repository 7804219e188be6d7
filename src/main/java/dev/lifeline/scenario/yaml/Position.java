package dev.lifeline.scenario.yaml;

/// A place in a scenario file.
///
/// @param line counted from 1
/// @param column counted from 1
public record Position(int line, int column) {

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
