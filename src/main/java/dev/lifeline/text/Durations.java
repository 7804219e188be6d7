package dev.lifeline.text;

/// Durations, always nanoseconds inside. Each place that shows them has its own precision, and each precision is a method here;
/// [#parse] reads what a person wrote.
public final class Durations {

    /// The longest span that can be asked for: one hour. Longer ones are slips of the finger.
    public static final long MAX_NANOS = 3_600_000_000_000L;

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private static final String HOW = "write a number with a unit, for example 250ms, 1.5s or 2m";
    private static final String[] UNITS = {"ns", "us", "ms", "s", "m"};
    private static final long[] NANOS = {1, MICRO, MILLI, SECOND, 60 * SECOND};
    private static final int SECONDS = 3;

    private Durations() {
    }

    /// Writes for views, in the unit that suits and without zeros that say nothing: `640 ns`, `94 µs`, `0.311 ms`, `1.42 ms`,
    /// `201.4 ms`, `2.003 s`, `1 m 12 s`.
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
        if (nanos < 999_950_000) {
            return trimmed(nanos, MILLI, nanos < 999_500 ? 3 : nanos < 9_995_000 ? 2 : 1) + " ms";
        }
        if (nanos < 59_950_000_000L) {
            return trimmed(nanos, SECOND, nanos < 9_999_500_000L ? 3 : 1) + " s";
        }
        long seconds = nanos / SECOND + (nanos % SECOND >= SECOND / 2 ? 1 : 0);
        long minutes = seconds / 60;
        return minutes < 60 ? minutes + " m " + seconds % 60 + " s" : minutes / 60 + " h " + minutes % 60 + " m";
    }

    /// Writes for a headline, in two digits that matter: `12 µs`, `0.24 ms`, `6.6 ms`, `0.52 s`, `2.0 s`, `2 m 14 s`.
    ///
    /// @param nanos not negative
    public static String glance(long nanos, Glyphs glyphs) {
        if (nanos < 9_950) {
            return nanos < MICRO ? nanos + " ns" : figure(nanos, MICRO, 1) + " " + glyphs.micro() + "s";
        } else if (nanos < 99_500) {
            return figure(nanos, MICRO, 0) + " " + glyphs.micro() + "s";
        } else if (nanos < 99_500_000) {
            return figure(nanos, MILLI, nanos < 995_000 ? 2 : nanos < 9_950_000 ? 1 : 0) + " ms";
        } else if (nanos < 59_500_000_000L) {
            return figure(nanos, SECOND, nanos < 995_000_000 ? 2 : nanos < 9_950_000_000L ? 1 : 0) + " s";
        }
        return of(nanos, glyphs);
    }

    /// Writes for sentences of a verdict, in ASCII: three digits that matter, no trailing zeros (`45 us`, `0.12 ms`, `3 s`,
    /// `2 min 14 s`).
    ///
    /// @param nanos negative where the duration is not known
    public static String rounded(long nanos) {
        if (nanos < 0) {
            return "an unknown time";
        }
        if (nanos < 60 * SECOND - SECOND / 20) {
            int unit = nanos < MILLI / 10 ? 1 : nanos < SECOND - MILLI / 2 ? 2 : SECONDS;
            long of = NANOS[unit];
            return trimmed(nanos, of, nanos < 10 * of ? 2 : nanos < 100 * of ? 1 : 0) + " " + UNITS[unit];
        }
        long seconds = (nanos + SECOND / 2) / SECOND;
        long rest = seconds % 60;
        return seconds / 60 + " min" + (rest == 0 ? "" : " " + rest + " s");
    }

    /// Writes limits and settings: the largest unit of which there is at least one, with three decimals at most (`3 s`, `1.5 ms`,
    /// `250 us`). Never in minutes, so that two spans on a page compare easily. Without the space, [#parse] reads it again.
    ///
    /// @param nanos not negative
    public static String text(long nanos) {
        int unit = SECONDS;
        while (unit > 0 && nanos < NANOS[unit] && nanos > 0) {
            unit--;
        }
        String figure = trimmed(nanos, NANOS[unit], unit == 0 ? 0 : 3);
        // 1000 of a unit, by rounding, is 1 of the next.
        return unit < SECONDS && figure.equals("1000") ? "1 " + UNITS[unit + 1] : figure + " " + UNITS[unit];
    }

    /// Writes a moment of the trace for a comment in a file: `0.351 ms`.
    ///
    /// @param nanos since the origin
    public static String moment(long nanos) {
        return figure(nanos, MILLI, 3) + " ms";
    }

    /// Writes a span of time for a comment in a file, in the unit that suits it: `94.0 µs`, `1.420 ms`, `4.005 s`.
    public static String span(long nanos) {
        if (nanos > -MILLI + 50 && nanos < MILLI - 50) {
            return figure(nanos, MICRO, 1) + " \u00b5s";
        }
        return nanos > -SECOND + 500 && nanos < SECOND - 500 ? moment(nanos) : figure(nanos, SECOND, 3) + " s";
    }

    /// Writes how exact a time is: rounded up, since less would be claimed to be more exact than it is.
    ///
    /// @param nanos not negative
    public static String within(long nanos) {
        if (nanos < MICRO) {
            return nanos + " ns";
        }
        long step = nanos > MILLI - 100 ? MICRO : MICRO / 10;
        return span(nanos % step == 0 ? nanos : nanos - nanos % step + step);
    }

    /// Writes a figure with a fixed number of decimals, for columns; the unit stands elsewhere. Rounds half up.
    ///
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
        // No negation of a smallest long before the division: a hostile file may hold any two times.
        long steps = Math.abs(nanos / step) + (Math.abs(nanos % step) * 2 >= step && step > 1 ? 1 : 0);
        String sign = nanos < 0 ? "-" : "";
        String digits = steps + "0".repeat(zeros);
        if (places == 0) {
            return sign + digits;
        }
        String padded = digits.length() > places ? digits : "0".repeat(places + 1 - digits.length()) + digits;
        int point = padded.length() - places;
        return sign + padded.substring(0, point) + "." + padded.substring(point);
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

    /// Reads a span: digits, at most one decimal point, and one of the units `ns`, `us`, `ms`, `s`, `m`, with or without a space before it.
    /// Only `0` needs no unit.
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
        double nanos = Double.parseDouble(number) * (end == value.length() ? 0 : unit(text, value.substring(end).stripLeading()));
        if (nanos > MAX_NANOS) {
            throw bad(text, "is longer than one hour");
        }
        return Math.round(nanos);
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
        return new IllegalArgumentException(Quoted.content(text) + " " + why + ": " + HOW);
    }
}
