package dev.lifeline.file;

import dev.lifeline.file.codec.value.LineMistake;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Gives a parser one line at a time. [#next()] moves to a line; the parser then reads to its end and no further, so that
/// it finds the end of its input where a line breaks off, and one parser serves for all lines.
final class LineInput extends InputStream {

    /// Bytes of the longest line that is read: a thousand times what an event takes.
    static final int LONGEST_LINE = 1 << 20;

    private static final int FIRST_BUFFER = 1 << 18;

    private final InputStream in;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int filled;
    private int from;
    private int to;
    private int lineStart;
    private boolean ended;
    private boolean terminated;
    private long number;
    private long delivered;

    LineInput(InputStream in) {
        this.in = in;
    }

    /// Moves to the next line that is not blank.
    ///
    /// @return whether there is one
    /// @throws LineMistake where it is too long
    boolean next() throws IOException, LineMistake {
        do {
            if (!line()) {
                return false;
            }
        } while (blank());
        return true;
    }

    /// The number of the line, from 1.
    long number() {
        return number;
    }

    /// The number of the last line of which the parser has got anything.
    long delivered() {
        return delivered;
    }

    /// The number of the line that the parser was in when it found something wrong; 0 where there is no line at all.
    long flawed() {
        return delivered > 0 && delivered < number ? delivered : number;
    }

    /// Tells whether the line has its line feed. Without it, the line may be cut.
    boolean terminated() {
        return terminated;
    }

    /// The line as an array of its own.
    byte[] line(int skip) {
        return Arrays.copyOfRange(buffer, lineStart + skip, to);
    }

    /// Tells whether the line begins with these bytes.
    boolean startsWith(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (lineStart + i >= to || (buffer[lineStart + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = Math.min(length, to - from);
        if (count <= 0) {
            return -1;
        }
        System.arraycopy(buffer, from, target, offset, count);
        from += count;
        delivered = number;
        return count;
    }

    @Override
    public int read() {
        if (from >= to) {
            return -1;
        }
        delivered = number;
        return buffer[from++] & 0xFF;
    }

    private boolean line() throws IOException, LineMistake {
        from = to;
        int scanned = from;
        while (true) {
            while (scanned < filled && buffer[scanned] != '\n') {
                scanned++;
            }
            terminated = scanned < filled;
            if (terminated || ended) {
                break;
            }
            scanned -= from;
            fill();
            scanned += from;
        }
        if (from == scanned && !terminated) {
            return false;
        }
        requireShort(scanned - from);
        number++;
        to = terminated ? scanned + 1 : scanned;
        lineStart = from;
        return true;
    }

    private void fill() throws IOException, LineMistake {
        requireShort(filled - from);
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            filled -= from;
            from = 0;
            to = 0;
        } else if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            ended = true;
        } else {
            filled += count;
        }
    }

    private void requireShort(int length) throws LineMistake {
        if (length > LONGEST_LINE) {
            number++;
            delivered = number;
            throw new LineMistake("the line is longer than 1 MiB, and no line of a recording is; give another file or record "
                    + "again");
        }
    }

    private boolean blank() {
        for (int i = lineStart; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r' && buffer[i] != '\n') {
                return false;
            }
        }
        return true;
    }
}
