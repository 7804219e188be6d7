package dev.lifeline.explain.source;

/// Makes the text of an entry from what stood in the log or was given as an argument.
public final class EntryText {

    private static final char ESCAPE = '\u001b';
    private static final char BELL = '\u0007';
    private static final char CONTROL_SEQUENCE = '\u009b';

    private EntryText() {
    }

    /// The entry that a text is, of any length: JSON told by its fields, escape sequences and control characters taken out.
    public static LogEntry of(String text) {
        return of(text, 1, null);
    }

    static LogEntry of(String text, long line, LogTime time) {
        String clean = clean(text);
        JsonEntry json = JsonEntry.in(clean);
        if (json == null) {
            return new LogEntry(clean, line, time);
        }
        return new LogEntry(clean(json.text()), line, json.time() != null ? json.time() : time);
    }

    /// Takes out the sequences by which programs colour their words, and control characters; a line ends with a line feed.
    static String clean(String text) {
        int at = 0;
        while (at < text.length() && harmless(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, at);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ESCAPE || c == CONTROL_SEQUENCE) {
                at = afterSequence(text, at);
                continue;
            }
            if (harmless(c)) {
                out.append(c);
            } else if (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n')) {
                out.append('\n');
            }
            at++;
        }
        return out.toString();
    }

    private static boolean harmless(char c) {
        return c >= ' ' && c < 0x7f || c == '\n' || c == '\t' || c > 0x9f;
    }

    private static int afterSequence(String text, int from) {
        int at = from + 1;
        char kind = text.charAt(from) == CONTROL_SEQUENCE ? '[' : at < text.length() ? text.charAt(at++) : 0;
        if (kind == '[') {
            while (at < text.length() && text.charAt(at) >= 0x20 && text.charAt(at) < 0x40) {
                at++;
            }
            return Math.min(text.length(), at + 1);
        }
        if (kind != ']') {
            return at;
        }
        while (at < text.length() && text.charAt(at) != BELL && text.charAt(at) != '\n') {
            if (text.charAt(at) == ESCAPE) {
                return Math.min(text.length(), at + 2);
            }
            at++;
        }
        return at < text.length() && text.charAt(at) == BELL ? at + 1 : at;
    }
}
