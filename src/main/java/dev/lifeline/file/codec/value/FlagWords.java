package dev.lifeline.file.codec.value;

import java.util.List;

/// The control bits of a segment as words: `SYN,ACK`, in the order of the bits, and an empty text where none is set.
public final class FlagWords {

    /// From bit 0 on: RFC 9293 section 3.1, RFC 3168, and AE of RFC 9768.
    private static final String[] NAMES = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE"};

    private FlagWords() {
    }

    /// The words of these bits; bits that have no name are left out.
    public static String text(int flags) {
        StringBuilder out = new StringBuilder(16);
        for (int bit = 0; bit < NAMES.length; bit++) {
            if ((flags >> bit & 1) != 0) {
                out.append(out.isEmpty() ? "" : ",").append(NAMES[bit]);
            }
        }
        return out.toString();
    }

    /// The texts that [#flags(String)] takes, as a regular expression for the description of the format.
    public static String pattern() {
        String name = "(" + String.join("|", NAMES) + ")";
        return "^(" + name + "(," + name + ")*)?$";
    }

    public static int flags(String text) throws LineMistake {
        int flags = 0;
        int from = 0;
        while (!text.isEmpty() && from <= text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            flags |= 1 << bit(text, from, to);
            from = to + 1;
        }
        return flags;
    }

    private static int bit(String text, int from, int to) throws LineMistake {
        for (int bit = 0; bit < NAMES.length; bit++) {
            if (NAMES[bit].length() == to - from && text.startsWith(NAMES[bit], from)) {
                return bit;
            }
        }
        throw LineMistake.unknownWord("flags", text.substring(from, to), List.of(NAMES));
    }
}
