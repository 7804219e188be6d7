package dev.lifeline.scenario.yaml;

/// A place in a scenario file.
///
/// @param line counted from 1
/// @param column counted from 1
/// @param by the other place that it has by an alias: where the alias stands, or where its text does; `null` for none. For messages
public record Position(int line, int column, String by) {

    public Position(int line, int column) {
        this(line, column, null);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
