package dev.lifeline.linux.descriptor;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeMemory;
import dev.lifeline.linux.SystemCall;
import dev.lifeline.linux.SystemCalls;
import dev.lifeline.linux.wire.WireEnd;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// System calls on descriptors of this process. Not for several threads at once: they share the memory for the answers.
///
/// A descriptor may be closed by its owner at any time, and its number be another file's the moment after; whoever acts on an
/// answer must hold the owner still, or compare the inode again.
public final class SocketCalls {

    /// The answer of [#inode] for what is open and no socket.
    public static final long NO_SOCKET = 0;
    /// The answer of [#inode] for what is not open.
    public static final long NOT_OPEN = -1;

    private static final boolean AARCH64 = "aarch64".equals(System.getProperty("os.arch"));

    /// `struct stat` of x86-64 and of `asm-generic/stat.h`: the inode is at the same place, the mode is not.
    private static final int ST_INO = 8;
    private static final int ST_MODE = AARCH64 ? 16 : 24;
    private static final int S_IFMT = 0xF000;
    private static final int S_IFSOCK = 0xC000;
    private static final int F_DUPFD_CLOEXEC = 1030;

    private static final int LENGTH_AT = 0;
    private static final int ANSWER_AT = 16;
    private static final int ANSWER_BYTES = 512;

    private final SystemCalls calls;
    private final NativeMemory memory;

    private SocketCalls(SystemCalls calls, NativeMemory memory) {
        this.calls = calls;
        this.memory = memory;
    }

    /// Calls with memory of an arena.
    ///
    /// @param arena must outlive the last call; shared, where another thread than its owner calls
    /// @throws NativeException when native calls cannot be made here
    public static SocketCalls in(Arena arena) throws NativeException {
        return new SocketCalls(SystemCalls.in(arena), NativeMemory.allocate(arena, ANSWER_AT + ANSWER_BYTES));
    }

    /// Opens a socket.
    ///
    /// @throws NativeException when the kernel refuses
    int open(int domain, int type, int protocol) throws NativeException {
        return (int) calls.must(SystemCall.SOCKET, domain, type, protocol, 0, 0, 0);
    }

    /// The inode of a socket, [#NO_SOCKET] or [#NOT_OPEN]: fstat(2), some tenths of a microsecond.
    public long inode(int descriptor) {
        if (calls.call(SystemCall.FSTAT, descriptor, memory.address() + ANSWER_AT, 0) < 0) {
            return NOT_OPEN;
        }
        ByteBuffer stat = memory.buffer();
        return (stat.getInt(ANSWER_AT + ST_MODE) & S_IFMT) == S_IFSOCK ? stat.getLong(ANSWER_AT + ST_INO) : NO_SOCKET;
    }

    /// getsockopt(2) of an option that is a number.
    ///
    /// @return its value, or the negative error number
    public long option(int descriptor, SocketOption option) {
        long length = ask(descriptor, option, Integer.BYTES);
        return length < 0 ? length : memory.buffer().getInt(ANSWER_AT);
    }

    /// getsockopt(2) of any other option.
    ///
    /// @return what the kernel gave, valid until the next call; empty where it gave nothing or refused
    public ByteBuffer optionBytes(int descriptor, SocketOption option) {
        return answer(ask(descriptor, option, ANSWER_BYTES));
    }

    /// setsockopt(2).
    ///
    /// @return 0, or the negative error number
    public long setOption(int descriptor, SocketOption option, int value) {
        memory.buffer().putInt(ANSWER_AT, value);
        return calls.call(SystemCall.SETSOCKOPT, descriptor, option.level(), option.number(), memory.address() + ANSWER_AT,
                Integer.BYTES, 0);
    }

    /// Has the socket throw away every segment that comes to it, before TCP sees it, or no longer: a filter of one instruction,
    /// `return 0` (`SO_ATTACH_FILTER` of socket(7)). Connections that are accepted later inherit it.
    ///
    /// @return 0, or the negative error number
    public long dropIncoming(int descriptor, boolean on) {
        if (!on) {
            return setOption(descriptor, SocketOption.SO_DETACH_FILTER, 0);
        }
        // struct sock_fprog, and behind it the one struct sock_filter that it points to: code BPF_RET, operand 0.
        memory.buffer().putShort(ANSWER_AT, (short) 1).putLong(ANSWER_AT + 8, memory.address() + ANSWER_AT + 16);
        memory.buffer().putShort(ANSWER_AT + 16, (short) 0x06).putShort(ANSWER_AT + 18, (short) 0).putInt(ANSWER_AT + 20, 0);
        return calls.call(SystemCall.SETSOCKOPT, descriptor, SocketOption.SO_ATTACH_FILTER.level(),
                SocketOption.SO_ATTACH_FILTER.number(), memory.address() + ANSWER_AT, 16, 0);
    }

    /// The local end, or `null` where it has none that is of the Internet protocols.
    public WireEnd local(int descriptor) {
        return name(SystemCall.GETSOCKNAME, descriptor);
    }

    /// The remote end, or `null` where it is not connected.
    public WireEnd peer(int descriptor) {
        return name(SystemCall.GETPEERNAME, descriptor);
    }

    /// A second descriptor of the same open socket, closed in programs that this process starts.
    ///
    /// @param from the lowest number that it may have
    /// @return the descriptor, or the negative error number
    public int duplicate(int descriptor, int from) {
        return (int) calls.call(SystemCall.FCNTL, descriptor, F_DUPFD_CLOEXEC, from);
    }

    /// close(2). Linux gives the descriptor back even where it reports an error.
    public void close(int descriptor) {
        calls.call(SystemCall.CLOSE, descriptor, 0, 0);
    }

    /// recvmsg(2).
    ///
    /// @param header the address of a `struct msghdr`
    /// @return bytes of data, or the negative error number
    long receive(int descriptor, long header, int flags) {
        return calls.call(SystemCall.RECVMSG, descriptor, header, flags);
    }

    /// How many descriptors this process may open (`RLIMIT_NOFILE`, the soft limit), or the negative error number.
    long descriptorLimit() {
        long result = calls.call(SystemCall.PRLIMIT64, 0, 7, 0, memory.address() + ANSWER_AT, 0, 0);
        return result < 0 ? result : memory.buffer().getLong(ANSWER_AT);
    }

    private long ask(int descriptor, SocketOption option, int room) {
        memory.buffer().putInt(LENGTH_AT, room);
        long result = calls.call(SystemCall.GETSOCKOPT, descriptor, option.level(), option.number(), memory.address() + ANSWER_AT,
                memory.address() + LENGTH_AT, 0);
        return result < 0 ? result : memory.buffer().getInt(LENGTH_AT);
    }

    private WireEnd name(SystemCall call, int descriptor) {
        memory.buffer().putInt(LENGTH_AT, ANSWER_BYTES);
        long result = calls.call(call, descriptor, memory.address() + ANSWER_AT, memory.address() + LENGTH_AT);
        return result < 0 ? null : SocketAddress.decode(answer(memory.buffer().getInt(LENGTH_AT)));
    }

    private ByteBuffer answer(long length) {
        int given = (int) Math.max(0, Math.min(length, ANSWER_BYTES));
        return memory.buffer().slice(ANSWER_AT, given).order(ByteOrder.nativeOrder());
    }
}
