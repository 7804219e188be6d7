package dev.lifeline.linux.name;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeFunction;
import dev.lifeline.linux.NativeMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// `getaddrinfo(3)` of this process' C library, with `AI_CANONNAME`, any family or one, and `SOCK_STREAM`, as most programs call it.
///
/// Immutable; any thread may ask, and each waits for its own answer: the call cannot be ended from outside.
public final class AddressInfo {

    /// `AF_UNSPEC`, `AF_INET` and `AF_INET6`: which addresses are asked for.
    public static final int ANY_FAMILY = 0;
    public static final int IPV4_ALONE = 2;
    public static final int IPV6_ALONE = 10;

    private static final int AI_CANONNAME = 2;
    private static final int SOCK_STREAM = 1;
    private static final LibraryMemory MEMORY = new ProcessMemory();

    private static AddressInfo linked;

    private final NativeFunction getaddrinfo;
    private final NativeFunction freeaddrinfo;
    private final NativeFunction gaiStrerror;

    private AddressInfo(NativeFunction getaddrinfo, NativeFunction freeaddrinfo, NativeFunction gaiStrerror) {
        this.getaddrinfo = getaddrinfo;
        this.freeaddrinfo = freeaddrinfo;
        this.gaiStrerror = gaiStrerror;
    }

    /// Finds the functions, once a process; asks nothing.
    ///
    /// @throws NativeException when native calls cannot be made here
    public static synchronized AddressInfo link() throws NativeException {
        if (linked == null) {
            linked = new AddressInfo(NativeFunction.of("getaddrinfo"), NativeFunction.of("freeaddrinfo"),
                    NativeFunction.of("gai_strerror"));
        }
        return linked;
    }

    /// Asks once for both families, and waits as long as it takes.
    ///
    /// @param host a name or a numeric address, without a zero character
    /// @throws IllegalArgumentException when there is one: C would see another, shorter name
    public NameAnswer ask(String host) {
        return ask(host, ANY_FAMILY);
    }

    /// The same for one family.
    ///
    /// @param family [#IPV4_ALONE], [#IPV6_ALONE] or [#ANY_FAMILY]
    public NameAnswer ask(String host, int family) {
        if (host.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name with a zero character");
        }
        byte[] name = host.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = NativeFunction.errnoMemory(arena);
            NativeMemory node = NativeMemory.allocate(arena, name.length + 1L);
            NativeMemory hints = NativeMemory.allocate(arena, AddressList.NODE_BYTES);
            NativeMemory result = NativeMemory.allocate(arena, Long.BYTES);
            node.buffer().put(0, name);
            hints.buffer().putInt(0, AI_CANONNAME).putInt(4, family).putInt(8, SOCK_STREAM);
            int code = (int) getaddrinfo.call(errno, node.address(), 0, hints.address(), result.address(), 0, 0, 0);
            if (code != 0) {
                return failed(errno, code);
            }
            long first = result.buffer().getLong(0);
            try {
                return AddressList.read(host, MEMORY, first);
            } finally {
                if (first != 0) {
                    freeaddrinfo.call(errno, first, 0, 0, 0, 0, 0, 0);
                }
            }
        }
    }

    private NameAnswer failed(MemorySegment errno, int code) {
        EaiCode eai = new EaiCode(code);
        // Before another call overwrites it; it means something for this one code only.
        Errno reason = code == EaiCode.SYSTEM
                ? new Errno(errno.asByteBuffer().order(ByteOrder.nativeOrder()).getInt(0)) : null;
        long text = gaiStrerror.call(errno, code, 0, 0, 0, 0, 0, 0);
        String words = text == 0 ? null : AddressList.text(MEMORY, text);
        return new NameAnswer.Failed(eai, words == null ? eai.name() : words, reason);
    }

    /// Memory behind a pointer of the C library.
    private static final class ProcessMemory implements LibraryMemory {
        @Override
        @SuppressWarnings("restricted") // pointers of the C library; only what its documentation says is there is read
        public ByteBuffer at(long address, int bytes) {
            return MemorySegment.ofAddress(address).reinterpret(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
        }
    }
}
