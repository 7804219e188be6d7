package dev.lifeline.play;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeMemory;
import dev.lifeline.linux.SystemCall;
import dev.lifeline.linux.SystemCalls;
import dev.lifeline.linux.descriptor.SocketCalls;
import java.lang.foreign.Arena;

/// Leaves this process so few descriptors that the next calls find none: lowers the soft limit (`RLIMIT_NOFILE` of prlimit(2)),
/// so that nothing has to be opened for it and nothing that is open is touched. It holds for the whole process until it is
/// closed.
public final class DescriptorLimit implements AutoCloseable {

    private static final int RLIMIT_NOFILE = 7;

    private final Arena arena;
    private final SystemCalls calls;
    private final NativeMemory memory;
    private final long soft;
    private final long hard;

    private DescriptorLimit(Arena arena, SystemCalls calls, NativeMemory memory) throws NativeException {
        this.arena = arena;
        this.calls = calls;
        this.memory = memory;
        calls.must(SystemCall.PRLIMIT64, 0, RLIMIT_NOFILE, 0, memory.address(), 0, 0);
        soft = memory.buffer().getLong(0);
        hard = memory.buffer().getLong(8);
    }

    /// Sets the limit.
    ///
    /// @param free how many descriptors can still be had
    public static DescriptorLimit leave(long free) throws NativeException {
        ClassFiles.loadAll();
        Arena arena = Arena.ofShared();
        try {
            DescriptorLimit limit = new DescriptorLimit(arena, SystemCalls.in(arena), NativeMemory.allocate(arena, 32));
            limit.set(limit.number(free));
            return limit;
        } catch (NativeException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /// The kernel gives the lowest number that is free, and none from the limit on. Each number is asked for: a list of them
    /// would take a descriptor itself.
    private long number(long free) throws NativeException {
        SocketCalls sockets = SocketCalls.in(arena);
        long left = free;
        int number = 0;
        while (number < soft && (sockets.inode(number) != SocketCalls.NOT_OPEN || left-- > 0)) {
            number++;
        }
        return number;
    }

    private void set(long value) throws NativeException {
        memory.buffer().putLong(0, value).putLong(8, hard);
        calls.must(SystemCall.PRLIMIT64, 0, RLIMIT_NOFILE, memory.address(), 0, 0, 0);
    }

    /// The limit is what it was.
    @Override
    public void close() throws NativeException {
        try {
            set(soft);
        } finally {
            arena.close();
        }
    }
}
