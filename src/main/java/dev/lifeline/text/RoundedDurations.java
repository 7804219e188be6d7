package dev.lifeline.text;

/// Durations as a person says them, in ASCII: three digits that matter, no trailing zeros
/// (`45 us`, `0.12 ms`, `3 s`, `2 min 14 s`).
public final class RoundedDurations {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private RoundedDurations() {
    }

    /// @param nanos nanoseconds; negative where the duration is not known
    public static String text(long nanos) {
        if (nanos < 0) {
            return "an unknown time";
        }
        if (nanos < MILLI / 10) {
            return decimal(nanos, MICRO) + " us";
        }
        if (nanos < SECOND - MILLI / 2) {
            return decimal(nanos, MILLI) + " ms";
        }
        if (nanos < 60 * SECOND - SECOND / 20) {
            return decimal(nanos, SECOND) + " s";
        }
        long seconds = (nanos + SECOND / 2) / SECOND;
        long rest = seconds % 60;
        return seconds / 60 + " min" + (rest == 0 ? "" : " " + rest + " s");
    }

    /// The value in a unit, rounded half up: two decimals below 10, one below 100, none above.
    private static String decimal(long nanos, long unit) {
        int decimals = nanos < 10 * unit ? 2 : nanos < 100 * unit ? 1 : 0;
        long scale = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;
        long value = (nanos * scale + unit / 2) / unit;
        while (decimals > 0 && value % 10 == 0) {
            value /= 10;
            scale /= 10;
            decimals--;
        }
        if (decimals == 0) {
            return Long.toString(value);
        }
        String fraction = Long.toString(value % scale);
        return value / scale + "." + "0".repeat(decimals - fraction.length()) + fraction;
    }
}
