package dev.lifeline.explain.rule;

import java.util.Locale;

/// A placeholder of a pattern: what may stand there. Most know where they end; `word` and `any` end where the rest of the pattern
/// begins, the shortest first.
enum PhraseSlot {
    HOST, PORT, REMOTE, LOCAL, NUMBER, WORD, QUOTED, PATH, ANY;

    /// The most chars that one takes.
    static final int LONGEST = 200;

    private final String label = name().toLowerCase(Locale.ROOT);

    String label() {
        return label;
    }

    static PhraseSlot of(String label) {
        for (PhraseSlot slot : values()) {
            if (slot.label.equals(label)) {
                return slot;
            }
        }
        return null;
    }

    static String names() {
        StringBuilder names = new StringBuilder();
        for (PhraseSlot slot : values()) {
            names.append(names.isEmpty() ? "{" : " {").append(slot.label).append('}');
        }
        return names.toString();
    }

    /// An end of what stands at a place: the likeliest first (0, 1, …); -1 where there is none, or no more.
    ///
    /// @param closing whether nothing of the pattern comes after it
    int end(FoldedText text, int from, int choice, boolean closing) {
        return switch (this) {
            case HOST -> HostShape.host(text, from, choice);
            case REMOTE, LOCAL -> HostShape.site(text, from, choice);
            case PORT -> choice == 0 ? port(text, from) : -1;
            case NUMBER -> number(text, from, choice);
            case QUOTED -> choice == 0 ? quoted(text, from) : -1;
            case PATH -> path(text, from, choice);
            case WORD -> closing ? choice == 0 ? closingWord(text, from) : -1 : growing(text, from, from + 1 + choice, false);
            case ANY -> closing ? choice == 0 ? restOfLine(text, from) : -1 : growing(text, from, from + choice, true);
        };
    }

    /// Where what it captures begins, for one that stands from here.
    int captureFrom(FoldedText text, int from) {
        return this == QUOTED ? from + (text.at(from) == '\\' ? 2 : 1) : from;
    }

    /// Where what it captures ends, for one that ends here.
    int captureTo(FoldedText text, int from, int end) {
        return this == QUOTED ? end - (text.at(from) == '\\' ? 2 : 1) : end;
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static int port(FoldedText text, int from) {
        int to = from;
        int value = 0;
        while (to - from < 6 && digit(text.at(to))) {
            value = value * 10 + text.at(to++) - '0';
        }
        return to > from && value <= 65_535 ? to : -1;
    }

    private static int number(FoldedText text, int from, int choice) {
        int to = from + (text.at(from) == '-' ? 1 : 0);
        int first = to;
        while (digit(text.at(to)) && to - from < LONGEST) {
            to++;
        }
        if (to == first) {
            return -1;
        }
        int whole = to;
        if (text.at(to) == '.' && digit(text.at(to + 1))) {
            to++;
            while (digit(text.at(to)) && to - from < LONGEST) {
                to++;
            }
        }
        return choice == 0 ? to : choice == 1 && whole < to ? whole : -1;
    }

    /// Between quotation marks of any kind; ``x'` of old GNU programs and `\"x\"` of strings in strings too.
    private static int quoted(FoldedText text, int from) {
        int open = text.at(from) == '\\' ? from + 1 : from;
        char mark = text.at(open);
        if (mark != '"' && mark != '\'' && mark != '`') {
            return -1;
        }
        for (int at = open + 1; at < open + LONGEST && text.at(at) != '\n'; at++) {
            if (text.at(at) == mark || mark == '`' && text.at(at) == '\'') {
                return at + 1;
            }
        }
        return -1;
    }

    private static int path(FoldedText text, int from, int choice) {
        char c = text.at(from);
        char second = text.at(from + 1);
        if (c != '/' && c != '~' && c != '@' && !(c == '.' && (second == '/' || second == '.')) && !(c >= 'a' && c <= 'z' && second == ':')
                && !(c == '\\' && second == '\\')) {
            return -1;
        }
        int to = from;
        while (to - from < LONGEST && " \n\"'`,;()<>|".indexOf(text.at(to)) < 0) {
            to++;
        }
        int whole = to;
        while (to > from + 1 && (text.at(to - 1) == ':' || text.at(to - 1) == '.')) {
            to--;
        }
        return choice == 0 ? to : choice == 1 && whole > to ? whole : -1;
    }

    private static int growing(FoldedText text, int from, int to, boolean blanks) {
        if (to - from > LONGEST || to > text.length()) {
            return -1;
        }
        char taken = to == from ? 'x' : text.at(to - 1);
        return taken == '\n' || taken == ' ' && !blanks ? -1 : to;
    }

    private static int closingWord(FoldedText text, int from) {
        int to = from;
        while (to - from < LONGEST && text.at(to) != ' ' && text.at(to) != '\n') {
            to++;
        }
        while (to > from && ",;:.)]}\"'".indexOf(text.at(to - 1)) >= 0) {
            to--;
        }
        return to > from ? to : -1;
    }

    private static int restOfLine(FoldedText text, int from) {
        int to = from;
        while (to - from < LONGEST && text.at(to) != '\n') {
            to++;
        }
        return to;
    }
}
