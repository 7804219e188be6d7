package dev.lifeline.http;

/// The thing that a parser waits for: where bytes end that are no whole message.
public enum HttpState {
    /// The first line, of which nothing may be here yet.
    START_LINE,
    /// A field, or the empty line behind the last.
    FIELDS,
    /// The rest of a body whose length is known.
    BODY,
    /// A body that only the end of the stream ends.
    BODY_UNTIL_CLOSE,
    /// The line with the size of the next chunk.
    CHUNK_SIZE,
    /// The rest of a chunk.
    CHUNK,
    /// The end of line behind a chunk.
    CHUNK_END,
    /// A trailer, or the empty line behind the last.
    TRAILERS,
    /// Nothing: the message is whole.
    WHOLE,
    /// Nothing: the bytes were no message.
    BROKEN;

    /// Says if no further byte is taken.
    public boolean isOver() {
        return this == WHOLE || this == BROKEN;
    }

    /// Says if lines are what is read.
    boolean isLine() {
        return this == START_LINE || this == FIELDS || this == CHUNK_SIZE || this == CHUNK_END || this == TRAILERS;
    }
}
