package dev.lifeline.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;

/// Work that needs the CPU: what a handler costs that computes.
public final class CpuWork {

    /// The first figure is the time that this thread spent on a CPU, in nanoseconds; the kernel brings it up to date with each tick of
    /// its clock (Documentation/scheduler/sched-stats.rst).
    private static final Path USED = Path.of("/proc/thread-self/schedstat");
    private static final int ROUNDS = 20_000;
    private static final int DIGITS = 64;
    private static final int TEN = 10;

    /// The result of the work, so that it is not left out as useless.
    private static volatile long sink;

    private CpuWork() {
    }

    /// Computes on the calling thread until it has used up so much CPU time; so much wall time where the system does not tell it.
    ///
    /// @param nanos at least so much; a tick of the kernel's clock more at most
    /// @param stop asked now and then; ends it early
    /// @return the CPU time that was used, in nanoseconds; -1 where the system does not tell it
    public static long use(long nanos, BooleanSupplier stop) {
        try (FileChannel told = FileChannel.open(USED, StandardOpenOption.READ)) {
            ByteBuffer text = ByteBuffer.allocate(DIGITS);
            long from = used(told, text);
            long used = 0;
            while (used < nanos && !stop.getAsBoolean()) {
                compute();
                used = used(told, text) - from;
            }
            return used;
        } catch (IOException e) {
            long end = System.nanoTime() + nanos;
            while (System.nanoTime() < end && !stop.getAsBoolean()) {
                compute();
            }
            return -1;
        }
    }

    private static void compute() {
        long value = sink | 1;
        for (int i = 0; i < ROUNDS; i++) {
            value ^= value << 13;
            value ^= value >>> 7;
            value ^= value << 17;
        }
        sink = value;
    }

    private static long used(FileChannel told, ByteBuffer text) throws IOException {
        told.read(text.clear(), 0);
        text.flip();
        long number = 0;
        while (text.hasRemaining()) {
            int digit = text.get() - '0';
            if (digit < 0 || digit >= TEN) {
                break;
            }
            number = number * TEN + digit;
        }
        return number;
    }
}
