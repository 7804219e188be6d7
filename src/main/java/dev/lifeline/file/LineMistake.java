package dev.lifeline.file;

import java.util.Collection;

/// What is wrong with a line, as the end of a sentence that begins with the file and the line. Text from the file is quoted,
/// cut and escaped.
public final class LineMistake extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 40;

    public LineMistake(String message) {
        super(message, null, false, false);
    }

    public static LineMistake missing(String field) {
        return new LineMistake("the field \"" + field + "\" is missing" + DAMAGED);
    }

    public static LineMistake wrongType(String field, String wanted, String found) {
        return new LineMistake("the field \"" + field + "\" must be " + wanted + ", and is " + found + DAMAGED);
    }

    public static LineMistake outOfRange(String field, String value, long from, long to) {
        return new LineMistake("the field \"" + field + "\" is " + quote(value) + ", and must be from " + from + " to " + to + DAMAGED);
    }

    public static LineMistake unknownWord(String field, String word, Collection<String> known) {
        return new LineMistake("the field \"" + field + "\" is " + quote(word) + ", and must be one of: " + String.join(", ", known)
                + DAMAGED);
    }

    public static LineMistake unknownKind(String what, String kind) {
        return new LineMistake(quote(kind) + " is not a kind of " + what + " that this trace knows; a newer trace wrote it, or the file "
                + "was changed or damaged: update trace, restore the file or record again");
    }

    /// What to try where the content cannot have been written by this tool.
    public static final String DAMAGED = "; the file was changed or damaged: restore it or record again";

    /// Text from the file, safe to show.
    public static String quote(String outside) {
        StringBuilder out = new StringBuilder("\"");
        int shown = Math.min(outside.length(), LONGEST_QUOTE);
        for (int i = 0; i < shown; i++) {
            char c = outside.charAt(i);
            if (c >= 0x20 && c < 0x7F) {
                out.append(c);
            } else {
                String hex = Integer.toHexString(c);
                out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
            }
        }
        return out.append(shown < outside.length() ? "...\"" : "\"").toString();
    }
}
