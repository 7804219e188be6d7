package dev.lifeline.client;

/// The time that each kind of wait in a conversation may take, in nanoseconds.
///
/// @param write until the kernel has taken all bytes
/// @param read until the first byte is here, where one is demanded
/// @param idle without any byte, once the first is here and something that was asked for is still missing
/// @param data for all bytes after the first, however they drip
/// @param close until the peer's end of stream, after ours
public record Deadlines(long write, long read, long idle, long data, long close) {

    private static final long SECOND = 1_000_000_000;

    /// The patience of a person: the peer's part takes longest, an orderly close is a courtesy.
    public static final Deadlines DEFAULT = new Deadlines(5 * SECOND, 5 * SECOND, 5 * SECOND, 30 * SECOND, SECOND);

    public Deadlines {
        if (write <= 0 || read <= 0 || idle <= 0 || data <= 0 || close <= 0) {
            throw new IllegalArgumentException("a deadline is more than 0 ns");
        }
    }
}
