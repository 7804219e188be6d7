package dev.lifeline.linux.name;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeFunction;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Has the look-ups of one thread go to a DNS server of one's own: glibc keeps the configuration of its resolver for each thread
/// (`_res` of resolver(3), `struct __res_state` of `resolv.h`).
///
/// Everything else that `getaddrinfo(3)` does stays: the hosts file comes first where `nsswitch.conf(5)` says so, and without `dns` there
/// nobody is asked at all.
public final class ThreadResolver {

    private static final int RETRANSMIT_SECONDS_AT = 0;
    private static final int TRIES_AT = 4;
    private static final int SERVERS_AT = 16;
    private static final int FIRST_SERVER_AT = 20;
    private static final int STATE_BYTES = 68;
    private static final short AF_INET = 2;

    private static ThreadResolver linked;

    private final NativeFunction init;
    private final NativeFunction state;

    private ThreadResolver(NativeFunction init, NativeFunction state) {
        this.init = init;
        this.state = state;
    }

    /// Finds the functions, once a process.
    ///
    /// @throws NativeException when native calls cannot be made here, or this is another C library
    public static synchronized ThreadResolver link() throws NativeException {
        if (linked == null) {
            linked = new ThreadResolver(NativeFunction.of("__res_init"), NativeFunction.of("__res_state"));
        }
        return linked;
    }

    /// From now on, and until it ends, the calling platform thread asks this server and no other, once a question.
    ///
    /// @param address of the server
    /// @param port of the server
    /// @param seconds how long each question waits for its answer, from 1
    /// @throws NativeException when the C library cannot read its configuration
    @SuppressWarnings("restricted") // a pointer of the C library, to a structure whose beginning has not changed since glibc 2.0
    public void use(Inet4Address address, int port, int seconds) throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = NativeFunction.errnoMemory(arena);
            if ((int) init.call(errno, 0, 0, 0, 0, 0, 0, 0) != 0) {
                throw NativeException.unavailable("the C library's resolver could not be initialised", null);
            }
            long at = state.call(errno, 0, 0, 0, 0, 0, 0, 0);
            ByteBuffer bytes = MemorySegment.ofAddress(at).reinterpret(STATE_BYTES).asByteBuffer().order(ByteOrder.nativeOrder());
            bytes.putInt(RETRANSMIT_SECONDS_AT, seconds).putInt(TRIES_AT, 1).putInt(SERVERS_AT, 1);
            bytes.putShort(FIRST_SERVER_AT, AF_INET);
            bytes.put(FIRST_SERVER_AT + 2, (byte) (port >> 8)).put(FIRST_SERVER_AT + 3, (byte) port);
            bytes.put(FIRST_SERVER_AT + 4, address.getAddress());
        }
    }
}
