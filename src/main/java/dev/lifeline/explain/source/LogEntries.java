package dev.lifeline.explain.source;

import dev.lifeline.explain.rule.PhraseBook;
import java.io.IOException;
import java.io.InputStream;

/// Reads a log, of any length, in bounded memory. An entry becomes text only where a rule may be found in it.
public final class LogEntries {

    private final RawLines lines;
    private final PhraseBook words;
    private final EntryDraft draft = new EntryDraft();
    private final Grouping grouping = new Grouping(draft);
    private boolean ended;

    /// Reads from a stream, which whoever opened it closes.
    ///
    /// @param in bytes of any kind; large reads are made of it, so that it needs no buffer
    /// @param words the rules
    public LogEntries(InputStream in, PhraseBook words) {
        this.lines = new RawLines(in);
        this.words = words;
    }

    /// The next entry in which a rule may be found; `null` at the end.
    public LogEntry next() throws IOException {
        while (!ended) {
            LogEntry done = null;
            if (!lines.next()) {
                ended = true;
                done = draft.entry();
            } else if (!take(lines.bytes(), lines.from(), lines.to())) {
                done = draft.entry();
                draft.begin(lines.number());
                grouping.begin(lines.bytes(), lines.from(), lines.to());
                draft.add(lines.bytes(), lines.from(), lines.to(), held());
            }
            if (done != null) {
                return done;
            }
        }
        return null;
    }

    /// Tells whether the line was taken into the entry that is open.
    private boolean take(byte[] bytes, int from, int to) {
        if (!grouping.goesOn(bytes, from, to)) {
            return false;
        }
        return grouping.blank() || draft.add(bytes, grouping.content(), to, held() || grouping.cause());
    }

    private boolean held() {
        return words.mayHold(lines.bytes(), lines.from(), lines.to());
    }

    /// Counts the lines that were read.
    public long lines() {
        return lines.number();
    }

    /// Counts the bytes that were read.
    public long bytes() {
        return lines.read();
    }
}
