package dev.lifeline.file.codec.value;

import dev.lifeline.text.Quoted;

/// Bytes in hexadecimal, two digits each. They stay text: most readers never look at them.
public final class Hex {

    private Hex() {
    }

    /// The text, if it is bytes in hexadecimal.
    ///
    /// @param field where it stands, for the message
    /// @param most how many bytes there may be
    public static String checked(String field, String text, int most) throws LineMistake {
        int length = text.length();
        if (length % 2 != 0) {
            throw wrong(field, "has " + length + " digits, so a half byte is left over");
        }
        if (length / 2 > most) {
            throw wrong(field, "holds " + length / 2 + " bytes, more than the " + most + " that there can be");
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f') && (c < 'A' || c > 'F')) {
                throw wrong(field, "has " + Quoted.content(String.valueOf(c), LineMistake.LONGEST_QUOTE) + " at place " + (i + 1));
            }
        }
        return text;
    }

    private static LineMistake wrong(String field, String why) {
        return new LineMistake("the field \"" + field + "\" must be bytes in hexadecimal, and " + why + LineMistake.DAMAGED);
    }
}
