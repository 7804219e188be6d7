package dev.lifeline.scenario;

/// Checks the escapes of a text for bytes; package `run` turns them into bytes.
final class Escapes {

    private Escapes() {
    }

    /// @throws IllegalArgumentException with what is wrong
    static void check(String text) {
        for (int i = text.indexOf('\\'); i >= 0 && i < text.length(); i = text.indexOf('\\', i)) {
            char kind = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (kind == 'x' && hex(text, i + 2) && hex(text, i + 3)) {
                i += 4;
            } else if (kind != 0 && "nrt\\\"".indexOf(kind) >= 0) {
                i += 2;
            } else {
                throw new IllegalArgumentException("the escape at character " + (i + 1) + " is not known");
            }
        }
    }

    private static boolean hex(String text, int at) {
        return at < text.length() && text.charAt(at) <= 'f' && Character.digit(text.charAt(at), 16) >= 0;
    }
}
