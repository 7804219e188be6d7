package dev.lifeline.scenario.word;

import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.text.AddressText;

/// The smallest words: names, numbers, addresses. By hand, because a regular expression costs more than the file.
public final class Literals {

    private static final int MAX_HOST = 253;

    private Literals() {
    }

    /// Small letters, digits and hyphens, a letter first.
    public static boolean isName(String text) {
        if (text.isEmpty() || text.length() > Vocabulary.MAX_NAME || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !isDigit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    /// Letters, digits, hyphens, underscores and dots: what a host name or an IPv4 address is made of.
    public static boolean isHost(String text) {
        if (text.isEmpty() || text.length() > MAX_HOST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter((char) (c | 0x20)) && !isDigit(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 18;
    }

    /// @throws IllegalArgumentException for what is no port
    static int port(String digits) {
        long value = Long.parseLong(digits);
        if (value > 0xFFFF) {
            throw new IllegalArgumentException("a port is at most 65535");
        }
        return (int) value;
    }

    /// Tells whether a text is an IPv4 address, or an IPv6 address without brackets, with or without a zone (RFC 4007).
    public static boolean isAddress(String text) {
        int zone = text.indexOf(':') < 0 ? -1 : text.indexOf('%');
        return zone < 0 ? AddressText.isIpv4(text) || AddressText.isIpv6(text)
                : isHost(text.substring(zone + 1)) && AddressText.isIpv6(text.substring(0, zone));
    }

    /// A field line of HTTP: a token, a colon, and what is printable (RFC 9110 section 5.1 and 5.5).
    public static boolean isField(String text) {
        int colon = text.indexOf(':');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i < colon ? c <= ' ' || c > '~' || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0 : c != '\t' && (c < ' ' || c > '~')) {
                return false;
            }
        }
        return colon > 0;
    }

    /// A path with its query: printable, without spaces, a slash first.
    public static boolean isPath(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~' || text.charAt(i) == '#') {
                return false;
            }
        }
        return text.startsWith("/");
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
