package dev.lifeline.http;

/// Sets of bytes of the grammar of RFC 9110 section 5.6 and RFC 3986 section 2.
final class Octets {

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final String NOT_IN_TARGETS = "\"#<>\\^`{|}";
    private static final int NONE = -1;

    private Octets() {
    }

    /// A `tchar`: what methods and names of fields are made of.
    static boolean isToken(int octet) {
        return octet >= 'a' && octet <= 'z' || octet >= 'A' && octet <= 'Z' || isDigit(octet) || TOKEN_MARKS.indexOf(octet) >= 0;
    }

    static boolean isDigit(int octet) {
        return octet >= '0' && octet <= '9';
    }

    /// White space inside a line.
    static boolean isBlank(int octet) {
        return octet == ' ' || octet == '\t';
    }

    /// Bytes of a field's value: visible, white space, and from 0x80 on.
    static boolean isText(int octet) {
        return octet >= ' ' && octet != 0x7F || octet == '\t';
    }

    /// A byte that may stand in a request's target.
    static boolean isTarget(int octet) {
        return octet > ' ' && octet < 0x7F && NOT_IN_TARGETS.indexOf(octet) < 0;
    }

    /// The value of a hexadecimal digit, or -1.
    static int hex(int octet) {
        return isDigit(octet) ? octet - '0' : octet >= 'a' && octet <= 'f' ? octet - 'a' + 10
                : octet >= 'A' && octet <= 'F' ? octet - 'A' + 10 : NONE;
    }

    static boolean isTokens(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isToken(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
