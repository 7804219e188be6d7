package dev.lifeline.linux.name;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeFunction;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The C library's resolver with another DNS server for one thread: glibc keeps how servers are asked per thread (`resolver(3)`,
/// `__res_state()`), so `getaddrinfo(3)` on this thread, called from here or by the JDK, asks a port on 127.0.0.1, and every
/// other thread asks whom it asked before. No privilege is needed.
///
/// A question is sent once; a second of silence ends it with `EAI_AGAIN`. No search list, no reload of `resolv.conf(5)`. Services
/// that `nsswitch.conf(5)` names before `dns`, the hosts file for one, still answer first.
///
/// Confined to the platform thread that made it.
public final class PrivateResolver implements AutoCloseable {

    private final Thread owner;
    private final int port;
    private final ByteBuffer state;
    private final NativeFunction init;
    private final AddressInfo info;

    private PrivateResolver(int port, ByteBuffer state, NativeFunction init, AddressInfo info) {
        this.owner = Thread.currentThread();
        this.port = port;
        this.state = state;
        this.init = init;
        this.info = info;
    }

    /// Look-ups of the calling thread ask this server from now on.
    ///
    /// @param port UDP, 1 to 65535
    /// @throws NativeException when native calls cannot be made here, or the C library is not glibc or keeps its state in another
    ///     way; nothing is changed then
    /// @throws IllegalStateException on a virtual thread, which has no native thread of its own
    public static PrivateResolver onThisThread(int port) throws NativeException {
        if (port < 1 || port > 0xFFFF) {
            throw new IllegalArgumentException("port " + port);
        }
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("a virtual thread has no resolver of its own");
        }
        NativeFunction init = NativeFunction.of("__res_init");
        NativeFunction place = NativeFunction.of("__res_state");
        AddressInfo info = AddressInfo.link();
        setUp(init);
        ByteBuffer state = state(place);
        String flaw = ResolverState.flaw(state);
        if (flaw != null) {
            throw NativeException.unavailable("the C library's resolver state is not laid out as glibc's: " + flaw, null);
        }
        ResolverState.ask(state, port);
        return new PrivateResolver(port, state, init, info);
    }

    /// `getaddrinfo(3)` with this server behind it; waits for its answer.
    ///
    /// @param host see [AddressInfo#ask]
    /// @throws IllegalStateException on another thread than its own, or when it is no longer [#inPlace]
    public NameAnswer ask(String host) {
        if (!inPlace()) {
            throw new IllegalStateException("the resolver of thread " + owner.getName() + " was set up anew since");
        }
        return info.ask(host);
    }

    /// Tells whether this thread still asks this server: whoever calls `res_init(3)` on it undoes it.
    ///
    /// @throws IllegalStateException on another thread than its own
    public boolean inPlace() {
        check();
        return ResolverState.asks(state, port);
    }

    /// The thread asks the servers of `resolv.conf(5)` again. A thread that ends need not do it: its state ends with it.
    ///
    /// @throws NativeException when the library cannot set its state up again
    /// @throws IllegalStateException on another thread than its own
    @Override
    public void close() throws NativeException {
        check();
        setUp(init);
    }

    private void check() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("this resolver is that of thread " + owner.getName());
        }
    }

    private static void setUp(NativeFunction init) throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = NativeFunction.errnoMemory(arena);
            if ((int) init.call(errno, 0, 0, 0, 0, 0, 0, 0) != 0) {
                throw NativeException.failed("res_init",
                        new Errno(errno.asByteBuffer().order(ByteOrder.nativeOrder()).getInt(0)));
            }
        }
    }

    @SuppressWarnings("restricted") // a pointer of the C library; only the part that resolv.h declares is read and written
    private static ByteBuffer state(NativeFunction place) throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            long address = place.call(NativeFunction.errnoMemory(arena), 0, 0, 0, 0, 0, 0, 0);
            if (address == 0) {
                throw NativeException.unavailable("the C library has no resolver state for this thread", null);
            }
            MemorySegment state = MemorySegment.ofAddress(address).reinterpret(ResolverState.BYTES);
            return state.asByteBuffer().order(ByteOrder.nativeOrder());
        }
    }
}
