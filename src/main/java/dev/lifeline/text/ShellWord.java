package dev.lifeline.text;

/// Writes text as one word of a command that a person pastes into a shell.
public final class ShellWord {

    private static final int LONGEST_NAME = 255;
    private static final String PLAIN_IN_NAMES = "._:%-";
    private static final String PLAIN_IN_PATHS = "_./+:@%=,~-";

    private ShellWord() {
    }

    /// Writes a name or an address from outside.
    ///
    /// @param outside may be `null`
    /// @return `null` where it is not safe to paste
    public static String ofName(String outside) {
        if (outside == null || outside.isEmpty() || outside.length() > LONGEST_NAME || outside.charAt(0) == '-') {
            return null;
        }
        // A shell would expand the brackets of an IPv6 address.
        boolean bracket = outside.indexOf('[') >= 0 || outside.indexOf(']') >= 0;
        return !made(outside, PLAIN_IN_NAMES + "[]") ? null : bracket ? "'" + outside + "'" : outside;
    }

    /// Writes a path of this machine, in quotes where it needs them.
    public static String ofPath(String path) {
        return !path.isEmpty() && made(path, PLAIN_IN_PATHS) ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    /// Writes a URL from outside, in quotes where it needs them.
    ///
    /// @param outside may be `null`
    /// @return `null` where it holds what no URL can (RFC 3986 section 2), or a quote
    public static String ofUrl(String outside) {
        if (outside == null) {
            return null;
        }
        for (int i = 0; i < outside.length(); i++) {
            char c = outside.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '\'') {
                return null;
            }
        }
        return ofPath(outside);
    }

    /// Says if a text is made of letters, digits and these signs.
    private static boolean made(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || signs.indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }
}
