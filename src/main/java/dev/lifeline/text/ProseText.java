package dev.lifeline.text;

/// Text from outside (names, messages of the system), made fit for a sentence or for a command that a person pastes into a shell.
public final class ProseText {

    /// As long as a host name can be (RFC 1035 section 2.3.4), so that no name floods a sentence.
    private static final int MAX_LENGTH = 255;

    private ProseText() {
    }

    /// The text for a sentence: characters that control a terminal or the direction of writing become `?`; cut when too long.
    public static String prose(String outside) {
        StringBuilder out = new StringBuilder(Math.min(outside.length(), MAX_LENGTH) + 3);
        for (int i = 0; i < outside.length(); i++) {
            if (i == MAX_LENGTH) {
                return out.append("...").toString();
            }
            char c = outside.charAt(i);
            out.append(printable(c) ? c : '?');
        }
        return out.toString();
    }

    /// The text as one word of a shell command, quoted where a shell would expand it; `null` where it is not safe to paste.
    public static String word(String outside) {
        if (outside == null || outside.isEmpty() || outside.length() > MAX_LENGTH || outside.charAt(0) == '-') {
            return null;
        }
        boolean bracket = false;
        for (int i = 0; i < outside.length(); i++) {
            char c = outside.charAt(i);
            bracket |= c == '[' || c == ']';
            if (!pasteable(c)) {
                return null;
            }
        }
        return bracket ? "'" + outside + "'" : outside;
    }

    private static boolean printable(char c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c) && type != Character.FORMAT && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR && type != Character.SURROGATE && type != Character.UNASSIGNED;
    }

    private static boolean pasteable(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._:%-[]".indexOf(c) >= 0;
    }
}
