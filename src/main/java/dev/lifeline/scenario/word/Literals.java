package dev.lifeline.scenario.word;

import dev.lifeline.scenario.Vocabulary;

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

    /// Four numbers with dots between, or an IPv6 address without brackets.
    public static boolean isAddress(String text) {
        return text.indexOf(':') >= 0 ? isIpv6(text) : isIpv4(text);
    }

    private static boolean isIpv4(String text) {
        int parts = 0;
        int digits = 0;
        int value = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.') {
                if (digits == 0 || value > 255 || ++parts > 4) {
                    return false;
                }
                digits = 0;
                value = 0;
            } else if (isDigit(c) && digits < 3) {
                value = value * 10 + c - '0';
                digits++;
            } else {
                return false;
            }
        }
        return parts == 4;
    }

    /// RFC 4291 section 2.2, with a zone (RFC 4007); the last 32 bits may be in IPv4's form.
    private static boolean isIpv6(String text) {
        int zone = text.indexOf('%');
        if (zone >= 0 && (zone == text.length() - 1 || !isHost(text.substring(zone + 1)))) {
            return false;
        }
        String value = zone < 0 ? text : text.substring(0, zone);
        int gap = value.indexOf("::");
        if (gap < 0) {
            return groups(value) == 8;
        }
        int before = groups(value.substring(0, gap));
        int after = groups(value.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after < 8;
    }

    /// Counts groups of 16 bits; -1 for a text that is none.
    private static int groups(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                return isIpv4(parts[i]) ? count + 2 : -1;
            }
            if (parts[i].isEmpty() || parts[i].length() > 4) {
                return -1;
            }
            for (int k = 0; k < parts[i].length(); k++) {
                if (Character.digit(parts[i].charAt(k), 16) < 0 || parts[i].charAt(k) > 'f') {
                    return -1;
                }
            }
            count++;
        }
        return count;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
