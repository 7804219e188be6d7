package dev.lifeline.scenario.word;

import java.util.Locale;

/// Numbers as scenarios write them.
public final class NumberText {

    /// The largest size: what a program may well hold in memory.
    static final long MAX_SIZE = 64L << 20;

    private static final int MAX_FRACTION = 3;
    private static final int MAX_WHOLE = 6;
    private static final double HUNDREDTHS = 100;

    private static final String[] UNITS = {"KiB", "MiB"};

    private NumberText() {
    }

    /// `4096`, `8KiB`, `1MiB`: bytes.
    ///
    /// @throws IllegalArgumentException with what is wrong
    public static long size(String text) {
        long value = scaled(text.strip());
        if (value < 0) {
            throw new IllegalArgumentException("that is no size" + meant(text));
        }
        if (value > MAX_SIZE) {
            throw new IllegalArgumentException("a size is at most 64MiB");
        }
        return value;
    }

    /// `3`, `>= 2`, `> 2`, `<= 5`, `< 5`, `2..5`, `2..`, `..5`; each number may be a size.
    ///
    /// @throws IllegalArgumentException with what is wrong
    public static Bound bound(String text) {
        String value = text.strip();
        int dots = value.indexOf("..");
        Bound bound;
        if (dots >= 0) {
            String from = value.substring(0, dots).strip();
            String to = value.substring(dots + 2).strip();
            bound = new Bound(value, from.isEmpty() ? 0 : limit(from), to.isEmpty() ? Long.MAX_VALUE : limit(to));
        } else if (value.startsWith(">=")) {
            bound = new Bound(value, limit(value.substring(2)), Long.MAX_VALUE);
        } else if (value.startsWith("<=")) {
            bound = new Bound(value, 0, limit(value.substring(2)));
        } else if (value.startsWith(">")) {
            bound = new Bound(value, limit(value.substring(1)) + 1, Long.MAX_VALUE);
        } else if (value.startsWith("<")) {
            bound = new Bound(value, 0, limit(value.substring(1)) - 1);
        } else {
            long number = limit(value);
            bound = new Bound(value, number, number);
        }
        if (bound.least() > bound.most() || value.equals("..")) {
            throw new IllegalArgumentException("no number is within");
        }
        return bound;
    }

    /// Writes what a size in a unit of a thousand may be meant to be.
    private static String meant(String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        String digits = small.endsWith("b") ? small.substring(0, small.length() - 1) : small;
        int at = digits.length() - 1;
        boolean known = at > 0 && (digits.charAt(at) == 'k' || digits.charAt(at) == 'm') && Literals.isDigits(digits.substring(0, at).strip());
        return known ? "; write " + digits.substring(0, at).strip() + (digits.charAt(at) == 'k' ? UNITS[0] : UNITS[1])
                + " (units of 1024), or bytes without a unit" : "";
    }

    /// Writes a number as it is compared with a bound: in the unit of the bound, where it has one. What is no whole number of those has it
    /// beside the bytes: `5000 (4.88KiB)`.
    public static String seen(long number, Bound bound) {
        for (int i = UNITS.length - 1; i >= 0; i--) {
            long unit = 1L << 10 * (i + 1);
            // Less than a hundredth of the unit is told in bytes alone.
            if (number * HUNDREDTHS >= unit && bound.text().contains(UNITS[i])) {
                return number % unit == 0 ? number / unit + UNITS[i]
                        : number + " (" + decimal(Math.round(number * HUNDREDTHS / unit) / HUNDREDTHS) + UNITS[i] + ")";
            }
        }
        return Long.toString(number);
    }

    /// `3`, `1.5`: a number with three digits behind its point at most.
    ///
    /// @throws IllegalArgumentException with what is wrong
    public static double decimal(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String rest = point < 0 ? "0" : text.substring(point + 1);
        if (!Literals.isDigits(whole) || !Literals.isDigits(rest)) {
            throw new IllegalArgumentException("that is no number");
        }
        if (rest.length() > MAX_FRACTION || whole.length() > MAX_WHOLE) {
            throw new IllegalArgumentException("it has " + MAX_WHOLE + " digits before its point at most, and " + MAX_FRACTION + " behind it");
        }
        return Double.parseDouble(text);
    }

    /// Writes such a number as a person does: `3`, `1.5`.
    public static String decimal(double number) {
        String text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /// Tells whether YAML 1.2's core schema reads it as a number rather than as a text.
    public static boolean isYamlNumber(String text) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        String rest = text.substring(at);
        if (rest.equals(".inf") || rest.equals(".Inf") || rest.equals(".INF")) {
            return true;
        }
        if (at == 0 && (rest.equals(".nan") || rest.equals(".NaN") || rest.equals(".NAN"))) {
            return true;
        }
        if (at == 0 && (rest.startsWith("0x") || rest.startsWith("0o"))) {
            return based(rest.substring(2), rest.charAt(1) == 'x' ? 16 : 8);
        }
        int whole = digits(rest, 0);
        int end = whole;
        int fraction = 0;
        if (end < rest.length() && rest.charAt(end) == '.') {
            fraction = digits(rest, end + 1);
            end += 1 + fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (end < rest.length() && (rest.charAt(end) | 0x20) == 'e') {
            end++;
            if (end < rest.length() && (rest.charAt(end) == '-' || rest.charAt(end) == '+')) {
                end++;
            }
            int exponent = digits(rest, end);
            return exponent > 0 && end + exponent == rest.length();
        }
        return end == rest.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private static boolean based(String text, int radix) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static long limit(String text) {
        long value = scaled(text.strip());
        if (value < 0) {
            throw new IllegalArgumentException("that is no bound");
        }
        return value;
    }

    /// The number; -1 for none.
    private static long scaled(String text) {
        String digits = text;
        long scale = 1;
        for (int i = 0; i < UNITS.length; i++) {
            if (text.endsWith(UNITS[i])) {
                digits = text.substring(0, text.length() - UNITS[i].length()).strip();
                scale = 1L << 10 * (i + 1);
            }
        }
        if (!Literals.isDigits(digits) || digits.length() > 12) {
            return -1;
        }
        return Long.parseLong(digits) * scale;
    }
}
