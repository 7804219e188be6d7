package dev.lifeline.server.web;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Takes the body of a request as it comes. For the loop's thread.
interface BodySink {

    /// Says if it takes more now: where not, the connection is not read, and the sender's window closes.
    ///
    /// @param now in nanoseconds of the loop's clock
    /// @return the time from which on it does
    default long takesFrom(long now) {
        return now;
    }

    /// Takes some of it.
    ///
    /// @param part not to be kept
    /// @param now in nanoseconds of the loop's clock
    /// @return `false` where it is more than can be held
    boolean take(ByteBuffer part, long now);

    /// Gives back what it holds.
    default void end() {
    }

    /// Lets it go by.
    final class Nothing implements BodySink {
        @Override
        public boolean take(ByteBuffer part, long now) {
            return true;
        }
    }

    /// Holds it, within bounds: of one body, and of all that a server holds.
    final class Held implements BodySink {

        /// The largest body that is held.
        static final int MOST = 1 << 20;

        private final HeldBytes all;
        private ByteBuffer bytes = ByteBuffer.allocate(1024);

        Held(HeldBytes all) {
            this.all = all;
            all.add(bytes.capacity());
        }

        @Override
        public boolean take(ByteBuffer part, long now) {
            int needed = bytes.position() + part.remaining();
            if (needed > bytes.capacity() && !grow(needed)) {
                return false;
            }
            bytes.put(part);
            return true;
        }

        private boolean grow(int needed) {
            int size = Math.max(needed, bytes.capacity() * 2);
            if (needed > MOST || !all.add(size - bytes.capacity())) {
                return false;
            }
            bytes = ByteBuffer.allocate(size).put(bytes.flip());
            return true;
        }

        byte[] bytes() {
            return java.util.Arrays.copyOf(bytes.array(), bytes.position());
        }

        @Override
        public void end() {
            all.add(-bytes.capacity());
        }
    }

    /// Computes its SHA-256 and keeps nothing; may stop reading for a while.
    final class Hash implements BodySink {

        private final MessageDigest digest;
        private final long pauseAfter;
        private final long pauseNanos;
        private long count;
        private long pausedUntil;

        /// @param pauseAfter bytes after which it stops to read, once
        /// @param pauseNanos for how long; 0 for not at all
        Hash(long pauseAfter, long pauseNanos) {
            this.pauseAfter = pauseAfter;
            this.pauseNanos = pauseNanos;
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        @Override
        public long takesFrom(long now) {
            return Math.max(now, pausedUntil);
        }

        @Override
        public boolean take(ByteBuffer part, long now) {
            long before = count;
            count += part.remaining();
            digest.update(part);
            if (before < pauseAfter && count >= pauseAfter) {
                pausedUntil = now + pauseNanos;
            }
            return true;
        }

        boolean isEmpty() {
            return count == 0;
        }

        String text() {
            return "sha256 " + HexFormat.of().formatHex(digest.digest()) + " of " + count + " bytes\n";
        }
    }
}
