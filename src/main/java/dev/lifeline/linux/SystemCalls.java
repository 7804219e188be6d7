package dev.lifeline.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The system calls of one owner. Not for several threads at once: the memory for the error number is shared by its calls.
///
/// Results are as the kernel gives them: what the call returns, or the negative error number where it failed.
public final class SystemCalls {

    private static final boolean AARCH64 = "aarch64".equals(System.getProperty("os.arch"));

    private final NativeFunction syscall;
    private final MemorySegment errno;
    private final ByteBuffer errnoView;

    private SystemCalls(NativeFunction syscall, MemorySegment errno) {
        this.syscall = syscall;
        this.errno = errno;
        this.errnoView = errno.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /// Linked once a process, at the first use.
    private static final class Linked {
        private static NativeFunction syscall;

        private static synchronized NativeFunction syscall() throws NativeException {
            if (syscall == null) {
                syscall = NativeFunction.of("syscall");
            }
            return syscall;
        }
    }

    /// Links the one native function of all system calls, some 20 ms in a fresh JVM, if that was not done before. Where it cannot be
    /// linked, [#in] says why later.
    public static void link() {
        try {
            Linked.syscall();
        } catch (NativeException saidByTheNextCall) {
            // Who needs it asks again.
        }
    }

    /// Calls with memory of an arena.
    ///
    /// @param arena must outlive the last call; shared, where another thread than its owner calls
    /// @throws NativeException when native calls cannot be made here
    public static SystemCalls in(Arena arena) throws NativeException {
        return new SystemCalls(Linked.syscall(), NativeFunction.errnoMemory(arena));
    }

    /// A call of up to three arguments.
    public long call(SystemCall call, long a, long b, long c) {
        return call(call, a, b, c, 0, 0, 0);
    }

    /// A call; arguments that it does not have are ignored.
    ///
    /// @return its result, or the negative error number
    public long call(SystemCall call, long a, long b, long c, long d, long e, long f) {
        long result = syscall.call(errno, call.number(AARCH64), a, b, c, d, e, f);
        return result == -1 ? -errnoView.getInt(0) : result;
    }

    /// A call that must succeed.
    ///
    /// @throws NativeException when it failed, with the name of the call
    public long must(SystemCall call, long a, long b, long c, long d, long e, long f) throws NativeException {
        long result = call(call, a, b, c, d, e, f);
        if (result < 0) {
            throw NativeException.failed(call.label(), new Errno((int) -result));
        }
        return result;
    }
}
