package dev.lifeline.text;

import dev.lifeline.model.event.Bytes;
import java.nio.charset.StandardCharsets;

/// Spans of time as people write and read them: `250ms`, `1.5s`, `2m`. Always nanoseconds inside.
public final class Durations {

    /// The longest span that can be asked for: one hour. Longer ones are slips of the finger.
    public static final long MAX_NANOS = 3_600_000_000_000L;

    private static final String HOW = "write a number with a unit, for example 250ms, 1.5s or 2m";
    private static final String[] UNITS = {"ns", "us", "ms", "s", "m"};
    private static final long[] NANOS = {1, 1_000, 1_000_000, 1_000_000_000, 60_000_000_000L};
    private static final int SECONDS = 3;

    private Durations() {
    }

    /// Reads a span: digits, at most one decimal point, and one of the units `ns`, `us`, `ms`, `s`, `m`. Only `0` needs no unit.
    ///
    /// @return nanoseconds, 0 to [#MAX_NANOS]
    /// @throws IllegalArgumentException with one sentence that says what is wrong and what to write
    public static long parse(String text) {
        String value = text.strip();
        int end = 0;
        while (end < value.length() && (isDigit(value.charAt(end)) || value.charAt(end) == '.')) {
            end++;
        }
        String number = value.substring(0, end);
        if (value.startsWith("-")) {
            throw bad(text, "is negative");
        }
        if (number.isEmpty() || number.length() > 20 || number.equals(".") || number.indexOf('.') != number.lastIndexOf('.')) {
            throw bad(text, "is no duration");
        }
        if (end == value.length() && !isZero(number)) {
            throw bad(text, "has no unit");
        }
        double nanos = Double.parseDouble(number) * (end == value.length() ? 0 : unit(text, value.substring(end)));
        if (nanos > MAX_NANOS) {
            throw bad(text, "is longer than one hour");
        }
        return Math.round(nanos);
    }

    /// The span in the largest unit of which it has at least one, with three decimals at most: `3 s`, `1.5 ms`, `250 us`.
    /// Never in minutes, so that two spans on a page compare easily. Without the space, [#parse] reads it again.
    ///
    /// @param nanos not negative
    public static String text(long nanos) {
        int unit = SECONDS;
        while (unit > 0 && nanos < NANOS[unit] && nanos > 0) {
            unit--;
        }
        long scale = NANOS[unit];
        long whole = nanos / scale;
        long thousandths = scale == 1 ? 0 : Math.round((nanos % scale) * 1000.0 / scale);
        if (thousandths == 1000) {
            // Rounded up to the next whole; 1000 of a unit is 1 of the next.
            return unit < SECONDS && whole == 999 ? "1 " + UNITS[unit + 1] : whole + 1 + " " + UNITS[unit];
        }
        StringBuilder out = new StringBuilder(16).append(whole);
        if (thousandths > 0) {
            out.append('.').append((char) ('0' + thousandths / 100));
            if (thousandths % 100 > 0) {
                out.append((char) ('0' + thousandths / 10 % 10));
            }
            if (thousandths % 10 > 0) {
                out.append((char) ('0' + thousandths % 10));
            }
        }
        return out.append(' ').append(UNITS[unit]).toString();
    }

    private static long unit(String text, String name) {
        for (int i = 0; i < UNITS.length; i++) {
            if (UNITS[i].equals(name)) {
                return NANOS[i];
            }
        }
        throw bad(text, "has an unknown unit");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isZero(String number) {
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) != '0' && number.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    private static IllegalArgumentException bad(String text, String why) {
        // The text comes from outside: quoted in escaped form, so that a message cannot move a terminal's cursor.
        String quoted = Bytes.of(text.getBytes(StandardCharsets.UTF_8)).preview();
        return new IllegalArgumentException("\"" + quoted + "\" " + why + ": " + HOW);
    }
}
