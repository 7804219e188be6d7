package dev.lifeline.explain.source;

/// Shapes by which a line shows that it goes on with the error before it, in the ways of the runtimes that write over several lines.
enum LineStart {
    /// Nothing in it.
    BLANK,
    /// Begins with a blank.
    INDENTED,
    /// Closes a bracket, or is a rule of dashes.
    CLOSING,
    /// `Caused by:` and its like: the cause of what stands before, even after an empty line.
    CAUSE,
    /// `Traceback (most recent call last):`
    TRACEBACK,
    /// `goroutine 1 [running]:`
    GOROUTINE,
    /// A line of a trace that is not indented: `#0 `, `from `, `Stack trace:`.
    FRAME,
    /// The class of an exception, perhaps with its message.
    THROWABLE,
    /// A level of java.util.logging, which stands on the second line of its records.
    LEVEL,
    /// A line that its program begins like the one before: `* ` of curl, `npm ERR! `.
    CHORUS,
    /// Anything else: a line of its own.
    PLAIN;

    private static final String[] CAUSES = {"Caused by:", "Suppressed:", "During handling of the above exception", "The above exception was",
            "Node.js v", "From previous event:", "Wrapped by:"};
    /// PHP tells the outer exception behind the inner one.
    private static final String NEXT = "Next ";
    private static final String[] FRAMES = {"Stack trace:", "Stack backtrace:", "stack backtrace:", "Backtrace:", "at ", "from ", "... ",
            "Emitted '", "note: run with", "---> ", "--- ", "exit status ", "[cause]", "[errors]", "[signal ", "created by ", "DETAIL:", "HINT:",
            "Details:"};
    private static final String[] LEVELS = {"SEVERE: ", "WARNING: ", "INFO: ", "FINE: ", "CONFIG: "};
    private static final String[] CHORUS_STARTS = {"* ", "npm ERR!", "npm error", "npm warn", "yarn error"};
    private static final String[] THROWABLE_ENDS = {"Exception", "Error", "Throwable", "Failure", "Timeout", "Errno"};
    private static final int LONGEST_CLASS = 120;

    /// The shape of a line's content.
    static LineStart of(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        if (at == to) {
            return BLANK;
        }
        if (at > from) {
            return INDENTED;
        }
        return switch (bytes[at]) {
            case '}', ']', ')' -> CLOSING;
            case 'C', 'S', 'D', 'T', 'N', 'F', 'W' -> word(bytes, from, to);
            case '#' -> at + 1 < to && bytes[at + 1] >= '0' && bytes[at + 1] <= '9' ? FRAME : PLAIN;
            case 'g' -> LinePrefix.starts(bytes, from, to, "goroutine ") ? GOROUTINE : throwable(bytes, from, to);
            case '*', 'n', 'y' -> any(bytes, from, to, CHORUS_STARTS) ? CHORUS : word(bytes, from, to);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '{', '"', '<', '/' -> PLAIN;
            default -> word(bytes, from, to);
        };
    }

    private static LineStart word(byte[] bytes, int from, int to) {
        if (any(bytes, from, to, CAUSES) || LinePrefix.starts(bytes, from, to, NEXT)
                && throwable(bytes, from + NEXT.length(), to) == THROWABLE) {
            return CAUSE;
        }
        if (LinePrefix.starts(bytes, from, to, "Traceback (most recent call")) {
            return TRACEBACK;
        }
        if (any(bytes, from, to, LEVELS)) {
            return LEVEL;
        }
        return any(bytes, from, to, FRAMES) ? FRAME : throwable(bytes, from, to);
    }

    private static LineStart throwable(byte[] bytes, int from, int to) {
        int end = from;
        int limit = Math.min(to, from + LONGEST_CLASS);
        while (end < limit && (LinePrefix.letterOrDigit(bytes[end]) || bytes[end] == '.' || bytes[end] == '$' || bytes[end] == '_')) {
            end++;
        }
        if (end - from < 5 || end < to && bytes[end] != ':' && bytes[end] != ' ') {
            return PLAIN;
        }
        for (String ending : THROWABLE_ENDS) {
            if (LinePrefix.ends(bytes, from, end, ending)) {
                return THROWABLE;
            }
        }
        return PLAIN;
    }

    private static boolean any(byte[] bytes, int from, int to, String[] literals) {
        byte first = bytes[from];
        for (String literal : literals) {
            if (first == literal.charAt(0) && LinePrefix.starts(bytes, from, to, literal)) {
                return true;
            }
        }
        return false;
    }
}
