package dev.lifeline.terminal;

import java.util.Map;

/// The background of a terminal.
///
/// @param color `0xRRGGBB`
public record Background(int color) {

    /// Where black and white have the same contrast: the square root of 0.05 x 1.05, less 0.05.
    private static final double MIDDLE = 0.179;

    private static final int DIGITS_AT_MOST = 4;

    /// The theme for it.
    Theme theme() {
        return Contrast.luminance(color) < MIDDLE ? Theme.DARK : Theme.LIGHT;
    }

    /// `#002b36`.
    public String text() {
        String digits = Integer.toHexString(color);
        return "#" + "0".repeat(6 - digits.length()) + digits;
    }

    /// Reads `#002b36`; `null` for anything else.
    static Background parse(String text) {
        if (text.length() != 7 || text.charAt(0) != '#') {
            return null;
        }
        int color = 0;
        for (int i = 1; i < 7; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) > 'f') {
                return null;
            }
            color = color << 4 | digit;
        }
        return new Background(color);
    }

    /// Reads a terminal's answer to OSC 11 (ctlseqs of xterm, "Operating System Commands"), without its ends: `rgb:RRRR/GGGG/BBBB`, one to
    /// four digits each (XParseColor(3)); some send `rgba:` with a fourth. `null` for anything else.
    static Background answer(String text) {
        int parts;
        if (text.startsWith("rgb:")) {
            parts = 3;
        } else if (text.startsWith("rgba:")) {
            parts = 4;
        } else {
            return null;
        }
        int color = 0;
        int begin = text.indexOf(':') + 1;
        for (int part = 0; part < parts; part++) {
            int slash = text.indexOf('/', begin);
            boolean last = part == parts - 1;
            if (last != slash < 0) {
                return null;
            }
            int value = eighth(text.substring(begin, last ? text.length() : slash));
            if (value < 0) {
                return null;
            }
            color = part == 3 ? color : color << 8 | value;
            begin = slash + 1;
        }
        return new Background(color);
    }

    /// Scales digits of any length to 8 bits; -1 where they are none.
    private static int eighth(String digits) {
        if (digits.isEmpty() || digits.length() > DIGITS_AT_MOST) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) > 'f' ? -1 : Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        int most = (1 << 4 * digits.length()) - 1;
        return (value * 255 + most / 2) / most;
    }

    /// The theme by COLORFGBG, which rxvt, Konsole and iTerm2 set: numbers of the sixteen colours, the background's last. `null` where it is
    /// not set or says `default`. Numbers 7 and 9 to 15 are light in all usual palettes but for Solarized's greys, which are no backgrounds.
    static Theme byVariable(Map<String, String> environment) {
        String both = environment.getOrDefault("COLORFGBG", "");
        String last = both.substring(both.lastIndexOf(';') + 1);
        if (both.indexOf(';') < 0 || last.isEmpty() || last.length() > 2) {
            return null;
        }
        int number = 0;
        for (int i = 0; i < last.length(); i++) {
            if (last.charAt(i) < '0' || last.charAt(i) > '9') {
                return null;
            }
            number = 10 * number + last.charAt(i) - '0';
        }
        return number > 15 ? null : number <= 6 || number == 8 ? Theme.DARK : Theme.LIGHT;
    }
}
