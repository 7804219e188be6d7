package dev.lifeline.server.web;

import java.nio.ByteBuffer;

/// The body of an answer, made as there is room for it.
interface Body {

    /// The number of bytes of all of it; -1 where that is not known before.
    long length();

    /// Puts as much as there is room for.
    ///
    /// @return `false` where nothing more is to come
    boolean fill(ByteBuffer into);

    /// Bytes that are there.
    static Body of(byte[] bytes) {
        return new Held(ByteBuffer.wrap(bytes), bytes.length);
    }

    /// Bytes that are there.
    record Held(ByteBuffer left, long length) implements Body {
        @Override
        public boolean fill(ByteBuffer into) {
            int count = Math.min(into.remaining(), left.remaining());
            into.put(left.slice(left.position(), count));
            left.position(left.position() + count);
            return left.hasRemaining();
        }
    }

    /// Lines of a pattern: any number of bytes, and no memory.
    final class Pattern implements Body {

        private static final byte[] LINES = "stream 0123456789 abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQR\n".repeat(256)
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        private final long length;
        private final boolean told;
        private long done;

        /// @param told whether the length is said before
        Pattern(long length, boolean told) {
            this.length = length;
            this.told = told;
        }

        @Override
        public long length() {
            return told ? length : -1;
        }

        @Override
        public boolean fill(ByteBuffer into) {
            while (into.hasRemaining() && done < length) {
                int from = (int) (done % LINES.length);
                int count = (int) Math.min(Math.min(into.remaining(), LINES.length - from), length - done);
                into.put(LINES, from, count);
                done += count;
            }
            return done < length;
        }
    }
}
