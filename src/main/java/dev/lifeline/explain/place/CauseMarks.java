package dev.lifeline.explain.place;

import java.util.List;

/// The words that stand between the causes of an entry.
final class CauseMarks {

    private static final List<String> WITHIN = List.of("caused by", "nested exception is", "---> ", "[cause]:", "Root cause", "root cause");

    private CauseMarks() {
    }

    static boolean pythonOuter(String text, int at) {
        return text.startsWith("The above exception was the direct cause of", at) || text.startsWith("During handling of the above exception", at);
    }

    static boolean phpTrace(String text) {
        return text.contains("\n#0 ") || text.contains("Stack trace:");
    }

    /// `Caused by:` of Java, Deno, Rust, `Cause:` of others.
    static boolean caused(String text, int at, int end) {
        return at + 10 <= end && text.regionMatches(true, at, "Caused by:", 0, 10);
    }

    static boolean alone(String text, int at, int end) {
        return text.substring(at + 10, end).isBlank();
    }

    /// `+---------------- 2 ----------------` of a group of Python.
    static boolean group(String text, int at, int end) {
        return text.startsWith("+-", at) && text.indexOf("--- ", at, end) > 0 && text.indexOf(" ---", at, end) > 0;
    }

    /// Where the words behind `1: ` begin; -1 for a line that has no such number.
    static int numbered(String text, int at, int end) {
        int to = at;
        while (to < end && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
            to++;
        }
        return to > at && to - at < 3 && text.startsWith(": ", to) ? to + 2 : -1;
    }

    /// An item of a list.
    static boolean bullet(String text, int at, int end) {
        return end - at > 8 && (text.startsWith("* ", at) || text.startsWith("- ", at) && at > 0 && text.charAt(at - 1) != '\n') && !text.startsWith("* Connection #", at);
    }

    /// `x.rb:3:in 'connect': words (Errno::ECONNREFUSED)`.
    static boolean rubyHead(String text, int at, int end) {
        int in = text.indexOf(":in ", at, end);
        return in > 0 && !text.startsWith("from ", at) && text.charAt(end - 1) == ')' && text.indexOf("': ", in, end) > 0;
    }

    /// Tells whether a line without indentation belongs to what stands before it.
    static boolean goesOn(String text, int at, int end) {
        char first = text.charAt(at);
        return first == '}' || first == ']' || first == ')' || first == '#' || first == '^' || text.startsWith("at ", at) || text.startsWith("from ", at)
                || text.startsWith("... ", at) || text.startsWith("  thrown in ", at) || text.startsWith("Stack trace:", at) || text.startsWith("code:", at)
                || text.startsWith("goroutine ", at) || text.startsWith("Emitted 'error' event", at) || text.startsWith("stack backtrace", at)
                || text.startsWith("note: run with", at) || text.startsWith("Stack backtrace", at)
                || end > at && end - at < 400 && text.charAt(end - 1) == ')' && goFrame(text, at, end);
    }

    private static boolean goFrame(String text, int at, int end) {
        return text.indexOf('(', at, end) > 0 && text.indexOf(' ', at, end) < 0;
    }

    static boolean bracketed(String text, int start) {
        return text.startsWith("[cause]: ", start) || opensList(text, start);
    }

    static boolean opensList(String text, int start) {
        return text.startsWith("[errors]: [", start);
    }

    /// An error in a list of Node.js: `Error: connect …`, `NodeError [CODE]: …`.
    static boolean listed(String text, int at, int end) {
        int to = at;
        while (to < end && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return to > at && Character.isUpperCase(text.charAt(at)) && (text.startsWith(": ", to) || text.startsWith(" [", to));
    }

    /// Where a cause begins within a line; -1 for none.
    static int within(String text, int from, int end) {
        int first = -1;
        for (String mark : WITHIN) {
            int at = indexOf(text, mark, from, end);
            if (at > 0 && (first < 0 || at < first)) {
                first = at;
            }
        }
        return first;
    }

    private static int indexOf(String text, String mark, int from, int end) {
        char one = mark.charAt(0);
        char other = Character.toUpperCase(one);
        for (int at = Math.max(from, 0); at + mark.length() <= end; at++) {
            char c = text.charAt(at);
            if ((c == one || c == other) && text.regionMatches(true, at, mark, 0, mark.length())) {
                return at;
            }
        }
        return -1;
    }
}
