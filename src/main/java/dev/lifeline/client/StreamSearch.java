package dev.lifeline.client;

import java.nio.ByteBuffer;

/// Looks for bytes in a stream that arrives in chunks of any size (Knuth, Morris, Pratt): no byte is kept or looked at twice.
/// Not for several threads.
public final class StreamSearch {

    private final byte[] wanted;
    /// For each length of a partial match, the longest shorter one that is its end.
    private final int[] fallback;
    private int matched;

    /// @param wanted the bytes that are looked for, at least one; not copied
    public StreamSearch(byte[] wanted) {
        this.wanted = wanted;
        this.fallback = new int[wanted.length + 1];
        for (int i = 1, length = 0; i < wanted.length; i++) {
            length = extend(length, wanted[i]);
            fallback[i + 1] = length;
        }
    }

    /// Looks at the next chunk, between position and limit, without moving either.
    ///
    /// @return how many of its bytes come before the end of what is wanted; all of them where that has not come
    public int feed(ByteBuffer chunk) {
        int i = chunk.position();
        while (i < chunk.limit() && !found()) {
            matched = extend(matched, chunk.get(i++));
        }
        return i - chunk.position();
    }

    /// Says if all wanted bytes have come, in a row. Stays true.
    public boolean found() {
        return matched == wanted.length;
    }

    private int extend(int length, byte next) {
        int longest = length;
        while (longest > 0 && wanted[longest] != next) {
            longest = fallback[longest];
        }
        return wanted[longest] == next ? longest + 1 : longest;
    }
}
