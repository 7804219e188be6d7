package dev.lifeline.linux.thread;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeMemory;
import dev.lifeline.linux.SystemCall;
import dev.lifeline.linux.SystemCalls;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;

/// A capability (capabilities(7)) that this thread does without for a while; others keep it. It stays permitted, so that it can be taken up
/// again. For the one thread that dropped it.
public final class ThreadCapability implements AutoCloseable {

    /// `CAP_NET_BIND_SERVICE`: ports below `ip_unprivileged_port_start`.
    public static final int NET_BIND_SERVICE = 10;

    /// `CAP_NET_RAW`: packet sockets.
    public static final int NET_RAW = 13;

    /// `_LINUX_CAPABILITY_VERSION_3`: two times 32 capabilities.
    private static final int VERSION = 0x20080522;
    private static final int HEADER_BYTES = 8;

    private final Arena arena;
    private final SystemCalls calls;
    private final NativeMemory memory;
    private final int effective;

    private ThreadCapability(Arena arena, SystemCalls calls, NativeMemory memory, int effective) {
        this.arena = arena;
        this.calls = calls;
        this.memory = memory;
        this.effective = effective;
    }

    /// Tells whether this thread has one of the first 32; not where the kernel cannot be asked.
    public static boolean has(int capability) {
        try (Arena arena = Arena.ofConfined()) {
            return (effective(SystemCalls.in(arena), NativeMemory.allocate(arena, 64)) >> capability & 1) == 1;
        } catch (NativeException e) {
            return false;
        }
    }

    /// Those that are in force, as the bits of the first 32.
    private static int effective(SystemCalls calls, NativeMemory memory) throws NativeException {
        // struct __user_cap_header_struct, then two struct __user_cap_data_struct: effective, permitted, inheritable.
        ByteBuffer bytes = memory.buffer().putInt(0, VERSION).putInt(4, 0);
        calls.must(SystemCall.CAPGET, memory.address(), memory.address() + HEADER_BYTES, 0, 0, 0, 0);
        return bytes.getInt(HEADER_BYTES);
    }

    /// Drops one of the first 32. Where this thread does not have it, nothing changes.
    ///
    /// @throws NativeException when the kernel or this JVM does not allow it
    public static ThreadCapability drop(int capability) throws NativeException {
        Arena arena = Arena.ofConfined();
        try {
            SystemCalls calls = SystemCalls.in(arena);
            NativeMemory memory = NativeMemory.allocate(arena, 64);
            ThreadCapability dropped = new ThreadCapability(arena, calls, memory, effective(calls, memory));
            dropped.set(dropped.effective & ~(1 << capability));
            return dropped;
        } catch (NativeException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private void set(int value) throws NativeException {
        memory.buffer().putInt(0, VERSION).putInt(4, 0).putInt(HEADER_BYTES, value);
        calls.must(SystemCall.CAPSET, memory.address(), memory.address() + HEADER_BYTES, 0, 0, 0, 0);
    }

    /// Takes it up again.
    @Override
    public void close() throws NativeException {
        try {
            set(effective);
        } finally {
            arena.close();
        }
    }
}
