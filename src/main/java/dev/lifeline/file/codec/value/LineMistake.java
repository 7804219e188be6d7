package dev.lifeline.file.codec.value;

import dev.lifeline.text.Quoted;
import java.util.Collection;

/// A mistake in a line, as the end of a sentence that begins with the file and the line. Text from the file is quoted,
/// cut and escaped.
public final class LineMistake extends Exception {

    private static final long serialVersionUID = 1L;

    /// Characters of the file that a message shows at most.
    public static final int LONGEST_QUOTE = 40;

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
        return new LineMistake("the field \"" + field + "\" is " + Quoted.content(value, LONGEST_QUOTE) + ", and must be from "
                + "" + from + " to " + to + DAMAGED);
    }

    public static LineMistake unknownWord(String field, String word, Collection<String> known) {
        return new LineMistake("the field \"" + field + "\" is " + Quoted.content(word, LONGEST_QUOTE) + ", and must be one "
                + "of: " + String.join(", ", known)
                + DAMAGED);
    }

    public static LineMistake unknownKind(String what, String kind) {
        return new LineMistake(Quoted.content(kind, LONGEST_QUOTE) + " is not a kind of " + what + " that this trace knows; a "
                + "newer trace wrote it, or the file "
                + "was changed or damaged: update trace, restore the file or record again");
    }

    /// The advice where the content cannot have been written by this tool.
    public static final String DAMAGED = "; the file was changed or damaged: restore it or record again";
}
