package dev.lifeline.cli.start;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeMemory;
import dev.lifeline.linux.SystemCall;
import dev.lifeline.linux.SystemCalls;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;

/// A pseudo-terminal (pty(7)) in the place of standard input and output, with keys that are typed already: a line editor loads other
/// classes for a terminal that the process has than for any other. Linux only.
final class TrainingTerminal implements AutoCloseable {

    /// `asm-generic/fcntl.h`: AT_FDCWD, and O_RDWR with O_NOCTTY.
    private static final long HERE = -100;
    private static final long OPEN = 2 | 0x100;
    /// `asm-generic/ioctls.h`: locks or unlocks it, opens its other side (since Linux 4.13), sets its size.
    private static final long TIOCSPTLCK = 0x40045431;
    private static final long TIOCGPTPEER = 0x5441;
    private static final long TIOCSWINSZ = 0x5414;
    private static final int STREAMS = 2;

    private final SystemCalls calls;
    private final long[] before = new long[STREAMS];
    private final long master;

    /// @param keys in ASCII
    TrainingTerminal(Arena arena, String keys) throws NativeException {
        calls = SystemCalls.in(arena);
        NativeMemory memory = NativeMemory.allocate(arena, 4_096);
        memory.buffer().put(0, "/dev/ptmx\0".getBytes(StandardCharsets.US_ASCII));
        master = must(SystemCall.OPENAT, HERE, memory.address(), OPEN);
        memory.buffer().putInt(0, 0);
        must(SystemCall.IOCTL, master, TIOCSPTLCK, memory.address());
        memory.buffer().putShort(0, (short) 24).putShort(2, (short) 80);
        must(SystemCall.IOCTL, master, TIOCSWINSZ, memory.address());
        long terminal = must(SystemCall.IOCTL, master, TIOCGPTPEER, OPEN);
        for (int stream = 0; stream < STREAMS; stream++) {
            before[stream] = must(SystemCall.DUP, stream, 0, 0);
            must(SystemCall.DUP3, terminal, stream, 0);
        }
        must(SystemCall.CLOSE, terminal, 0, 0);
        byte[] typed = keys.getBytes(StandardCharsets.US_ASCII);
        memory.buffer().put(0, typed);
        must(SystemCall.WRITE, master, memory.address(), typed.length);
    }

    private long must(SystemCall call, long a, long b, long c) throws NativeException {
        return calls.must(call, a, b, c, 0, 0, 0);
    }

    /// Gives standard input and output back.
    @Override
    public void close() {
        for (int stream = 0; stream < STREAMS; stream++) {
            calls.call(SystemCall.DUP3, before[stream], stream, 0);
            calls.call(SystemCall.CLOSE, before[stream], 0, 0);
        }
        calls.call(SystemCall.CLOSE, master, 0, 0);
    }
}
