package dev.lifeline.scenario.word;

import dev.lifeline.text.Durations;

/// Times where the kernel counts whole seconds and would round a part of one without a word: `5s`, `2m`, `2h`.
public final class SecondsText {

    private static final long SECOND = 1_000_000_000;
    private static final String UNITS = "smh";
    private static final int[] SECONDS = {1, 60, 3600};
    private static final int MOST_DIGITS = 9;

    private SecondsText() {
    }

    /// Reads a time.
    ///
    /// @param within the seconds that the kernel takes
    /// @return whole seconds
    /// @throws IllegalArgumentException with what is wrong, and what to write
    public static long parse(String text, Bound within) {
        String value = text.strip();
        String number = value.isEmpty() ? "" : value.substring(0, value.length() - 1);
        int unit = value.isEmpty() ? -1 : UNITS.indexOf(value.charAt(value.length() - 1));
        if (unit >= 0 && Literals.isDigits(number) && number.length() <= MOST_DIGITS) {
            return checked(Long.parseLong(number) * SECONDS[unit], within);
        }
        long nanos = Durations.parse(value);
        throw new IllegalArgumentException("the kernel counts whole seconds here; write " + checked((nanos + SECOND - 1) / SECOND, within) + "s");
    }

    private static long checked(long seconds, Bound within) {
        if (!within.holds(seconds)) {
            throw new IllegalArgumentException("it is " + within.least() + "s to " + within.most() + "s");
        }
        return seconds;
    }
}
