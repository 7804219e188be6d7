package dev.lifeline.view.waterfall;

import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;

/// The time axis of a table: one unit for all its figures, and where a moment stands among the cells of the bars.
///
/// @param wall the length of the axis in nanoseconds, at least 1
/// @param unit nanoseconds of the unit
/// @param name the unit as it is written
/// @param places decimals of the figures
public record Scale(long wall, long unit, String name, int places) {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    /// The unit that suits an axis of this length: three decimals tell stages apart, and a timeout of 3 s is still short to read.
    public static Scale of(long wall, Glyphs glyphs) {
        long length = Math.max(1, wall);
        if (length < 100 * MICRO) {
            return new Scale(length, MICRO, glyphs.micro() + "s", 2);
        }
        return length < 10 * SECOND ? new Scale(length, MILLI, "ms", 3) : new Scale(length, SECOND, "s", 3);
    }

    /// This scale with one decimal less.
    public Scale coarser() {
        return new Scale(wall, unit, name, places - 1);
    }

    /// A time as a figure of the table. What took time never reads 0.
    public String figure(long nanos) {
        String figure = Durations.figure(Math.max(0, nanos), unit, places);
        return nanos > 0 && zero(figure) ? "<" + figure.substring(0, figure.length() - 1) + "1" : figure;
    }

    /// The cell in which a moment lies, counted from 0.
    int cell(long nanos, int cells) {
        return Math.clamp((long) ((double) nanos / wall * cells), 0, cells - 1);
    }

    /// Counts the eighths of a cell that a duration fills, at least 1.
    int eighths(long nanos, int cells) {
        return Math.clamp(Math.round((double) nanos / wall * cells * 8), 1, cells * 8);
    }

    private static boolean zero(String figure) {
        for (int i = 0; i < figure.length(); i++) {
            char c = figure.charAt(i);
            if (c != '0' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
