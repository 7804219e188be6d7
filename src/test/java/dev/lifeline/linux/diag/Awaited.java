package dev.lifeline.linux.diag;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Waits for what the kernel or another thread is about to do.
public final class Awaited {

    private static final long LIMIT_NANOS = 20_000_000_000L;
    private static final long LOOK_NANOS = 200_000;

    private Awaited() {
    }

    /// Looks again and again, until there is something to see.
    ///
    /// @param look gives `null` for not yet
    /// @throws AssertionError when there was nothing in twenty seconds
    public static <T> T value(String what, Supplier<T> look) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (System.nanoTime() < end) {
            T seen = look.get();
            if (seen != null) {
                return seen;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new AssertionError("not in twenty seconds: " + what);
    }
}
