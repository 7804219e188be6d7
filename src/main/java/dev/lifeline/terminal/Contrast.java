package dev.lifeline.terminal;

/// Measures of colours as people see them. A colour is a number `0xRRGGBB` of sRGB.
public final class Contrast {

    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

    private Contrast() {
    }

    /// The relative luminance (WCAG 2.2, "relative luminance"): 0 for black, 1 for white.
    public static double luminance(int color) {
        return 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color);
    }

    /// The contrast ratio (WCAG 2.2, "contrast ratio"): 1 to 21.
    public static double ratio(int one, int other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /// A colour of xterm's table: the cube of 6 x 6 x 6 from 16, the greys from 232 (256colres.pl of xterm).
    ///
    /// @throws IllegalArgumentException for the first sixteen, which are the person's, and for numbers that are none
    public static int xterm(int number) {
        if (number < 16 || number > 255) {
            throw new IllegalArgumentException("no colour that is the same everywhere: " + number);
        }
        if (number >= 232) {
            return (8 + 10 * (number - 232)) * 0x010101;
        }
        int place = number - 16;
        return CUBE[place / 36] << 16 | CUBE[place / 6 % 6] << 8 | CUBE[place % 6];
    }

    /// The distance of two colours for an eye: CIE L\*a\*b\* of 1976 under D65. Some 2 are just seen side by side.
    public static double distance(int one, int other, Eye eye) {
        double[] first = lab(one, eye);
        double[] second = lab(other, eye);
        return Math.sqrt(square(first[0] - second[0]) + square(first[1] - second[1]) + square(first[2] - second[2]));
    }

    private static double[] lab(int color, Eye eye) {
        double[] seen = eye.sees(linear(color >> 16), linear(color >> 8), linear(color));
        double x = root((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
        double y = root(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
        double z = root((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double part) {
        return part > 216.0 / 24389 ? Math.cbrt(part) : (24389.0 / 27 * part + 16) / 116;
    }

    private static double linear(int channel) {
        double part = (channel & 0xff) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double square(double number) {
        return number * number;
    }
}
