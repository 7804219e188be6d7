package dev.lifeline.play;

import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/// What is still there of plays that are over.
final class Leftovers {

    private static final long PATIENCE = 5_000_000_000L;

    private Leftovers() {
    }

    /// The names of threads that a play started, once they had time to end.
    static Set<String> threads() {
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            Set<String> names = new TreeSet<>();
            for (Thread each : Thread.getAllStackTraces().keySet()) {
                if (each.getName().startsWith("lifeline") || each.getName().equals("lookup")) {
                    names.add(each.getName());
                }
            }
            if (names.isEmpty() || System.nanoTime() > end) {
                return names;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /// How many descriptors are open, once they had time to become as few as that.
    static int settled(int wanted) {
        long end = System.nanoTime() + PATIENCE / 5;
        while (count() > wanted && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        return count();
    }

    /// How many descriptors are open; 0 where the system does not say.
    static int count() {
        String[] names = new File("/proc/self/fd").list();
        return names == null ? 0 : names.length;
    }
}
