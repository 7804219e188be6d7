package dev.lifeline.explain.source;

/// Decides whether a line goes on with the entry before it, from how lines begin and from what came before. A line that nobody
/// claims begins an entry of its own.
final class Grouping {

    /// Kinds of lines that stand only behind certain others.
    private enum Expected {
        NOTHING, PYTHON_FRAMES, PYTHON_CHAIN, GO_FRAMES, PANIC_MESSAGE
    }

    private static final int BLANKS_BEFORE_A_CAUSE = 2;
    private static final int PREFIX_END = 12;

    private final EntryDraft draft;
    private Expected expected = Expected.NOTHING;
    private LineStart last = LineStart.BLANK;
    private LineStart here;
    private int lastFirst;
    private int blanks;
    private int content;
    private int indent;
    private int prefix;
    private boolean throwable;
    private boolean framed;

    Grouping(EntryDraft draft) {
        this.draft = draft;
    }

    /// Begins an entry with a line.
    void begin(byte[] bytes, int from, int to) {
        content = LinePrefix.contentStart(bytes, from, to);
        here = LineStart.of(bytes, content, to);
        prefix = prefix(bytes, from);
        indent = indent(bytes, content, to);
        expected = Expected.NOTHING;
        throwable = false;
        framed = false;
        blanks = 0;
        keep(bytes, to);
    }

    /// Tells whether the line goes on; [#content], [#blank] and [#cause] tell of it then.
    boolean goesOn(byte[] bytes, int from, int to) {
        content = LinePrefix.contentStart(bytes, from, to);
        here = LineStart.of(bytes, content, to);
        if (!draft.open()) {
            return here == LineStart.BLANK;
        }
        if (here == LineStart.BLANK) {
            blanks++;
            return true;
        }
        if (content > from && prefix(bytes, from) != prefix || !claimed(bytes, to)) {
            return false;
        }
        keep(bytes, to);
        return true;
    }

    private boolean claimed(byte[] bytes, int to) {
        boolean near = blanks == 0;
        return switch (here) {
            case BLANK -> true;
            case INDENTED -> near && indent(bytes, content, to) > indent;
            case CLOSING, FRAME -> near;
            case CAUSE -> blanks <= BLANKS_BEFORE_A_CAUSE;
            case TRACEBACK -> expected == Expected.PYTHON_CHAIN || near && draft.lines() == 1 && !throwable;
            case GOROUTINE -> blanks <= 1;
            case THROWABLE -> near && (expects(bytes, to) || !throwable && draft.lines() <= 2 && dated());
            case LEVEL -> near && draft.lines() == 1 && dated();
            case CHORUS -> near && last == LineStart.CHORUS && bytes[content] == lastFirst;
            case PLAIN -> near && (expects(bytes, to) || last == LineStart.CHORUS && LinePrefix.starts(bytes, content, to, "curl: (")
                    || framed && inRuby(bytes, content, to) && inRuby(draft.bytes(), 0, draft.size()));
        };
    }

    private boolean expects(byte[] bytes, int to) {
        return switch (expected) {
            case NOTHING -> false;
            case PYTHON_FRAMES -> draft.lines() > 1;
            case PYTHON_CHAIN -> false;
            case GO_FRAMES -> LinePrefix.ends(bytes, content, to, ")");
            case PANIC_MESSAGE -> true;
        };
    }

    /// Keeps what the next line may be, behind this one.
    private void keep(byte[] bytes, int to) {
        switch (here) {
            case TRACEBACK -> expected = Expected.PYTHON_FRAMES;
            case GOROUTINE -> expected = Expected.GO_FRAMES;
            case CAUSE -> expected = Expected.PYTHON_CHAIN;
            case PLAIN, THROWABLE, LEVEL, CHORUS, CLOSING -> {
                boolean panic = LinePrefix.starts(bytes, content, to, "thread '") && LinePrefix.ends(bytes, content, to, ":");
                expected = panic ? Expected.PANIC_MESSAGE : expected == Expected.GO_FRAMES ? expected : Expected.NOTHING;
                throwable |= here == LineStart.THROWABLE;
                framed = false;
            }
            case INDENTED, FRAME -> framed = true;
            case BLANK -> {
            }
        }
        last = here;
        lastFirst = content < to ? bytes[content] : 0;
        blanks = 0;
    }

    private boolean dated() {
        return LogTimes.in(draft.bytes(), 0, draft.size()) != null;
    }

    /// `file.rb:12:in `
    private static boolean inRuby(byte[] bytes, int from, int to) {
        int limit = Math.min(to, from + 200);
        for (int at = from; at + 4 < limit && bytes[at] != ' '; at++) {
            if (bytes[at] == ':' && bytes[at + 1] == 'i' && bytes[at + 2] == 'n' && bytes[at + 3] == ' ') {
                return true;
            }
        }
        return false;
    }

    /// The end of what a collector put before the line: the same for lines of one program.
    private int prefix(byte[] bytes, int from) {
        int hash = 0;
        for (int at = Math.max(from, content - PREFIX_END); at < content; at++) {
            hash = 31 * hash + bytes[at];
        }
        return hash;
    }

    private static int indent(byte[] bytes, int from, int to) {
        int at = from;
        int columns = 0;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            columns += bytes[at++] == '\t' ? 8 : 1;
        }
        return columns;
    }

    /// Where the line begins without what a collector put before it.
    int content() {
        return content;
    }

    boolean blank() {
        return here == LineStart.BLANK;
    }

    boolean cause() {
        return here == LineStart.CAUSE;
    }
}
