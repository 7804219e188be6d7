package dev.lifeline.text;

/// Durations as people write them: `640 ns`, `94 µs`, `0.311 ms`, `1.42 ms`, `201.4 ms`, `2.003 s`, `1 m 12 s`.
public final class DurationText {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private DurationText() {
    }

    /// A duration in the unit that suits it, without zeros that say nothing.
    ///
    /// @param nanos nanoseconds
    public static String of(long nanos, Glyphs glyphs) {
        if (nanos < 0) {
            return "-" + of(nanos == Long.MIN_VALUE ? Long.MAX_VALUE : -nanos, glyphs);
        }
        // Each bound lies half of the last digit below the round number, so that nothing is rounded up to 1000 of a unit.
        if (nanos < MICRO) {
            return nanos + " ns";
        }
        if (nanos < 99_500) {
            return trimmed(nanos, MICRO, 0) + " " + glyphs.micro() + "s";
        }
        if (nanos < 9_995_000) {
            return trimmed(nanos, MILLI, nanos < 999_500 ? 3 : 2) + " ms";
        }
        if (nanos < 999_950_000) {
            return trimmed(nanos, MILLI, 1) + " ms";
        }
        if (nanos < 59_950_000_000L) {
            return trimmed(nanos, SECOND, nanos < 9_999_500_000L ? 3 : 1) + " s";
        }
        return minutes(nanos / SECOND + (nanos % SECOND >= SECOND / 2 ? 1 : 0));
    }

    /// A duration as a figure of a fixed number of decimals, for columns; the unit stands elsewhere.
    ///
    /// @param nanos nanoseconds, not negative
    /// @param unit nanoseconds of the unit: a power of ten
    /// @param places decimals, 0 to 9
    public static String figure(long nanos, long unit, int places) {
        long step = unit;
        int zeros = 0;
        for (int i = 0; i < places; i++) {
            if (step >= 10) {
                step /= 10;
            } else {
                zeros++;
            }
        }
        long steps = nanos / step + (nanos % step * 2 >= step && step > 1 ? 1 : 0);
        String digits = Long.toString(steps) + "0".repeat(zeros);
        if (places == 0) {
            return digits;
        }
        String padded = digits.length() > places ? digits : "0".repeat(places + 1 - digits.length()) + digits;
        int point = padded.length() - places;
        return padded.substring(0, point) + "." + padded.substring(point);
    }

    private static String trimmed(long nanos, long unit, int places) {
        String figure = figure(nanos, unit, places);
        int end = figure.length();
        if (figure.indexOf('.') >= 0) {
            while (figure.charAt(end - 1) == '0') {
                end--;
            }
            if (figure.charAt(end - 1) == '.') {
                end--;
            }
        }
        return figure.substring(0, end);
    }

    private static String minutes(long seconds) {
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " m " + seconds % 60 + " s";
        }
        return minutes / 60 + " h " + minutes % 60 + " m";
    }
}
