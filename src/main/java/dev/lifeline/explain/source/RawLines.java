package dev.lifeline.explain.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Cuts a stream into lines without copying them: each stands in the buffer until the next is asked for. A line ends with LF, CR LF
/// or CR. Of one that is too long for the buffer the beginning and the end are kept.
final class RawLines {

    /// As long as a line may be; of a longer one [#HEAD] and [#TAIL] bytes are kept.
    static final int LONGEST = 1 << 17;
    static final int HEAD = 40 << 10;
    static final int TAIL = 8 << 10;
    private static final byte[] CUT = " ... ".getBytes(StandardCharsets.US_ASCII);
    /// Bytes that are left of a line that was cut.
    static final int KEPT = HEAD + CUT.length + TAIL;

    private final InputStream in;
    private final byte[] buffer = new byte[2 * LONGEST];
    private byte[] bytes = buffer;
    private int from;
    private int to;
    private int next;
    private int filled;
    private boolean ended;
    private boolean skipLineFeed;
    private long number;
    private long read;

    RawLines(InputStream in) {
        this.in = in;
    }

    /// Goes to the next line.
    ///
    /// @return false at the end of the stream
    boolean next() throws IOException {
        bytes = buffer;
        from = next;
        int at = next;
        while (true) {
            byte[] local = buffer;
            int end = filled;
            while (at < end && (local[at] > '\r' || local[at] != '\n' && local[at] != '\r')) {
                at++;
            }
            if (at < end) {
                if (skipLineFeed && at == from && local[at] == '\n') {
                    skipLineFeed = false;
                    at++;
                    from = at;
                    continue;
                }
                skipLineFeed = local[at] == '\r';
                to = at;
                next = at + 1;
                number++;
                return true;
            }
            if (ended) {
                return lastLine();
            }
            if (at - from >= LONGEST) {
                longLine();
                return true;
            }
            at = fill(at);
        }
    }

    private boolean lastLine() {
        skipLineFeed = false;
        to = filled;
        next = filled;
        if (from == to) {
            return false;
        }
        number++;
        return true;
    }

    /// Reads more behind what is there of the line, moved to the front where no room is left.
    private int fill(int at) throws IOException {
        int kept = at;
        if (buffer.length - filled < LONGEST / 2) {
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            kept = at - from;
            filled -= from;
            from = 0;
        }
        more();
        return kept;
    }

    private void more() throws IOException {
        int got = in.read(buffer, filled, buffer.length - filled);
        ended = got < 0;
        filled += Math.max(0, got);
        read += Math.max(0, got);
    }

    /// Passes over the rest of a line, and leaves its beginning and end, joined.
    private void longLine() throws IOException {
        byte[] joined = new byte[KEPT];
        System.arraycopy(buffer, from, joined, 0, HEAD);
        System.arraycopy(CUT, 0, joined, HEAD, CUT.length);
        int end = filled;
        while (true) {
            // What was looked at is moved down to the tail of it.
            int tail = Math.min(TAIL, end - from);
            System.arraycopy(buffer, end - tail, buffer, 0, tail);
            System.arraycopy(buffer, end, buffer, tail, filled - end);
            filled = tail + filled - end;
            from = 0;
            more();
            end = tail;
            while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            if (end < filled || ended) {
                break;
            }
        }
        int tail = Math.min(TAIL, end);
        System.arraycopy(buffer, end - tail, joined, HEAD + CUT.length, tail);
        skipLineFeed = end < filled && buffer[end] == '\r';
        next = Math.min(filled, end + 1);
        bytes = joined;
        from = 0;
        to = HEAD + CUT.length + tail;
        number++;
    }

    /// Leaves the beginning and the end of a line, [#KEPT] bytes.
    static void joinEnds(byte[] line, int start, int end, byte[] to, int at) {
        System.arraycopy(line, start, to, at, HEAD);
        System.arraycopy(CUT, 0, to, at + HEAD, CUT.length);
        System.arraycopy(line, end - TAIL, to, at + HEAD + CUT.length, TAIL);
    }

    /// The bytes in which the line stands, from [#from] to [#to].
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /// The line's number, the first is 1.
    long number() {
        return number;
    }

    /// Counts the bytes that were read.
    long read() {
        return read;
    }
}
