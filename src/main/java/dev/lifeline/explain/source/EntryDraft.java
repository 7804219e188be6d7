package dev.lifeline.explain.source;

import java.nio.charset.StandardCharsets;

/// Lines of the entry that is open, as bytes. When they are many, only those are kept that may hold an error; when there is no room
/// for these either, the entry is full.
final class EntryDraft {

    static final int MOST_LINES = 400;
    /// Room for lines of any kind, and behind it as much again for those that count.
    static final int ROOM = 48 << 10;

    private final byte[] bytes = new byte[2 * ROOM];
    private int size;
    private int lines;
    private boolean held;
    private long number;

    /// Begins an entry at a line.
    void begin(long line) {
        size = 0;
        lines = 0;
        held = false;
        number = line;
    }

    boolean open() {
        return lines > 0;
    }

    int lines() {
        return lines;
    }

    /// The bytes of its lines, of which the first [#size] count.
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /// Adds a line.
    ///
    /// @param counts whether an error may be in it
    /// @return false where no room is left for one that counts
    boolean add(byte[] from, int start, int end, boolean counts) {
        int length = Math.min(end - start, RawLines.KEPT);
        boolean many = lines >= MOST_LINES || size + length > ROOM;
        if (many && lines > 0) {
            if (!counts) {
                return true;
            }
            if (size + length + 1 > bytes.length) {
                return false;
            }
        }
        if (lines > 0) {
            bytes[size++] = '\n';
        }
        if (length == end - start) {
            System.arraycopy(from, start, bytes, size, length);
        } else {
            RawLines.joinEnds(from, start, end, bytes, size);
        }
        size += length;
        lines++;
        held |= counts;
        return true;
    }

    /// The entry, where an error may be in it; else `null`.
    LogEntry entry() {
        if (!held) {
            return null;
        }
        String text = new String(bytes, 0, size, StandardCharsets.UTF_8);
        LogTime time = LogTimes.in(bytes, 0, size);
        return EntryText.of(text, number, time);
    }
}
