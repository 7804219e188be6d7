package dev.lifeline.explain.rule;

/// A text as patterns see it: without case, every blank a space, every quotation mark one of two. Each char keeps its place.
final class FoldedText {

    private static final char[] ASCII = ascii();
    private static final int FIRST_SCRIPT_WITHOUT_WORDS = 0x0e00;

    private final String text;
    private final char[] folded;

    FoldedText(String text) {
        this.text = text;
        this.folded = text.toCharArray();
        for (int at = 0; at < folded.length; at++) {
            folded[at] = fold(folded[at]);
        }
    }

    String text() {
        return text;
    }

    int length() {
        return folded.length;
    }

    /// The char at a place; a line feed before the beginning and after the end.
    char at(int place) {
        return place < 0 || place >= folded.length ? '\n' : folded[place];
    }

    /// Tells whether a folded literal stands at a place, blank for blank.
    boolean has(String literal, int place) {
        if (place < 0 || place + literal.length() > folded.length) {
            return false;
        }
        for (int at = literal.length() - 1; at >= 0; at--) {
            if (folded[place + at] != literal.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /// Tells whether a folded literal stands anywhere.
    boolean has(String literal) {
        char first = literal.charAt(0);
        for (int at = 0; at <= folded.length - literal.length(); at++) {
            if (folded[at] == first && has(literal, at)) {
                return true;
            }
        }
        return false;
    }

    /// Tells whether a line begins here, or only blanks stand before.
    boolean beginsLine(int place) {
        int before = place - 1;
        while (at(before) == ' ') {
            before--;
        }
        return at(before) == '\n';
    }

    /// Tells whether a line ends here, or only blanks and a full stop come.
    boolean endsLine(int place) {
        int next = place;
        while (at(next) == ' ' || at(next) == '.') {
            next++;
        }
        return at(next) == '\n';
    }

    /// Tells whether a place may begin or end a word: it does not lie between two letters or digits. Scripts that write words without
    /// blanks between them have no such places, so each of theirs is one.
    boolean boundary(int place) {
        return !(inWord(at(place - 1)) && inWord(at(place)));
    }

    static boolean inWord(char c) {
        return c < 0x80 ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' : c < FIRST_SCRIPT_WITHOUT_WORDS && Character.isLetterOrDigit(c);
    }

    static String fold(String text) {
        char[] chars = text.toCharArray();
        for (int at = 0; at < chars.length; at++) {
            chars[at] = fold(chars[at]);
        }
        return new String(chars);
    }

    static char fold(char c) {
        return c < 0x80 ? ASCII[c] : foldOther(c);
    }

    private static char foldOther(char c) {
        return switch (c) {
            case '\u00a0', '\u2007', '\u202f', '\u3000' -> ' ';
            case '\u2018', '\u2019', '\u201a', '\u201b' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb', '\u300c', '\u300d' -> '"';
            default -> Character.toLowerCase(Character.toUpperCase(c));
        };
    }

    private static char[] ascii() {
        char[] table = new char[0x80];
        for (char c = 0; c < table.length; c++) {
            table[c] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        table['\t'] = ' ';
        table['\r'] = '\n';
        return table;
    }
}
