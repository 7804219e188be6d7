package dev.lifeline.linux.packet;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeMemory;
import dev.lifeline.linux.SystemCall;
import dev.lifeline.linux.SystemCalls;
import java.lang.foreign.Arena;

/// Ends another thread's wait in the kernel (eventfd(2)). [#wake] on any thread, also after [#close]; the rest on the one that
/// waits.
final class WakeUp implements AutoCloseable {

    private static final int NONBLOCK_AND_CLOEXEC = 0x800 | 0x80000;

    /// Of whoever wakes: one set for the whole process, since the memory of an arena of the waiting thread is its own.
    private static SystemCalls wakers;

    private final SystemCalls calls;
    private final NativeMemory counter;
    private final long descriptor;
    private boolean closed;

    private WakeUp(SystemCalls calls, NativeMemory counter, long descriptor) {
        this.calls = calls;
        this.counter = counter;
        this.descriptor = descriptor;
    }

    /// @param calls of the thread that waits
    /// @param arena of the thread that waits; must outlive it
    /// @throws NativeException where there is no descriptor left
    static WakeUp open(SystemCalls calls, Arena arena) throws NativeException {
        synchronized (WakeUp.class) {
            wakers = wakers == null ? SystemCalls.in(Arena.global()) : wakers;
        }
        NativeMemory counter = NativeMemory.allocate(arena, 2 * Long.BYTES);
        counter.buffer().putLong(0, 1);
        return new WakeUp(calls, counter, calls.must(SystemCall.EVENTFD2, 0, NONBLOCK_AND_CLOEXEC, 0, 0, 0, 0));
    }

    /// The descriptor that becomes readable when somebody woke.
    long descriptor() {
        return descriptor;
    }

    /// Ends the wait that is under way, or else the next one.
    synchronized void wake() {
        if (!closed) {
            synchronized (WakeUp.class) {
                wakers.call(SystemCall.WRITE, descriptor, counter.address(), Long.BYTES);
            }
        }
    }

    /// The wait has ended; the next one lasts until it is woken again.
    void taken() {
        calls.call(SystemCall.READ, descriptor, counter.address() + Long.BYTES, Long.BYTES);
    }

    /// The number may be somebody else's right after.
    @Override
    public synchronized void close() {
        closed = true;
        calls.call(SystemCall.CLOSE, descriptor, 0, 0);
    }
}
