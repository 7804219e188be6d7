package dev.lifeline.cli.command;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeFunction;
import dev.lifeline.linux.NativeMemory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A pseudo-terminal of the kernel (pty(7)), from the side of the one who looks at it and types. It holds the programs' side open, too,
/// as the shell does from which a person starts them.
///
/// Threads: one reads; another one does everything else.
public final class PseudoTerminal implements AutoCloseable {

    /// `asm-generic/fcntl.h`: O_RDWR, O_NOCTTY, O_CLOEXEC.
    private static final int OPEN = 2 | 0x100 | 0x80000;
    /// `asm-generic/ioctls.h`.
    private static final int TCGETS = 0x5401;
    private static final int TIOCGWINSZ = 0x5413;
    private static final int TIOCSWINSZ = 0x5414;
    private static final int SIZE_OF_TERMIOS = 36;
    private static final int LINE_DISCIPLINE = 16;
    private static final short POLLIN = 1;
    private static final int POLL_MILLIS = 50;
    private static final int BUFFER = 1 << 14;

    private final Arena arena = Arena.ofShared();
    private final Calls typing = new Calls(arena);
    private final Calls reading = new Calls(arena);
    private final NativeMemory input = NativeMemory.allocate(arena, BUFFER);
    private final NativeMemory answer = NativeMemory.allocate(arena, SIZE_OF_TERMIOS);
    private final NativeMemory poll = NativeMemory.allocate(arena, 8);
    private final long master;
    private final long held;
    private final String path;
    private boolean open = true;

    private PseudoTerminal(int columns, int rows) throws NativeException, IOException {
        master = typing.must("posix_openpt", OPEN, 0, 0);
        typing.must("grantpt", master, 0, 0);
        typing.must("unlockpt", master, 0, 0);
        MemorySegment name = arena.allocate(64);
        typing.must("ptsname_r", master, name.address(), 64);
        path = name.getString(0);
        held = typing.must("open", name.address(), OPEN, 0);
        resize(columns, rows);
    }

    /// Opens one.
    public static PseudoTerminal open(int columns, int rows) throws IOException {
        try {
            return new PseudoTerminal(columns, rows);
        } catch (NativeException e) {
            throw new IOException(e);
        }
    }

    /// Functions of the C library for one thread.
    private static final class Calls {
        private final MemorySegment errno;

        Calls(Arena arena) {
            errno = NativeFunction.errnoMemory(arena);
        }

        int of(String name, long a, long b, long c) throws NativeException {
            return (int) NativeFunction.of(name).call(errno, a, b, c, 0, 0, 0, 0);
        }

        int must(String name, long a, long b, long c) throws NativeException, IOException {
            int result = of(name, a, b, c);
            if (result < 0) {
                throw new IOException(name + " failed: errno " + NativeMemory.of(errno).buffer().getInt(0));
            }
            return result;
        }
    }

    /// The file that programs open as their terminal.
    public String path() {
        return path;
    }

    /// Types.
    public void type(String keys) throws IOException {
        byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
        try (Arena here = Arena.ofConfined()) {
            NativeMemory memory = NativeMemory.allocate(here, Math.max(1, bytes.length));
            memory.buffer().put(0, bytes);
            for (int sent = 0; sent < bytes.length; ) {
                sent += typing.must("write", master, memory.address() + sent, bytes.length - sent);
            }
        } catch (NativeException e) {
            throw new IOException(e);
        }
    }

    /// Reads what programs wrote.
    ///
    /// @return it; of no length where nothing came within a moment; `null` when the terminal is closed
    public byte[] read() throws IOException {
        try {
            synchronized (reading) {
                if (!open) {
                    return null;
                }
                poll.buffer().putInt(0, (int) master).putShort(4, POLLIN).putShort(6, (short) 0);
                if (reading.of("poll", poll.address(), 1, POLL_MILLIS) <= 0) {
                    return new byte[0];
                }
                byte[] bytes = new byte[Math.max(0, reading.of("read", master, input.address(), BUFFER))];
                input.buffer().get(0, bytes);
                return bytes;
            }
        } catch (NativeException e) {
            throw new IOException(e);
        }
    }

    /// Gives it another size, as a person who pulls at the window's corner.
    void resize(int columns, int rows) throws IOException {
        try {
            answer.buffer().put(0, new byte[SIZE_OF_TERMIOS]).putShort(0, (short) rows).putShort(2, (short) columns);
            typing.must("ioctl", master, TIOCSWINSZ, answer.address());
        } catch (NativeException e) {
            throw new IOException(e);
        }
    }

    /// The columns and rows that it has now.
    String size() throws IOException {
        ByteBuffer answer = asked(TIOCGWINSZ);
        return answer.getShort(2) + " x " + answer.getShort(0);
    }

    /// The terminal's modes and keys (termios(3)), byte for byte; without the number of the line discipline, which JLine 4.6.0 sets to
    /// what it happens to find in memory, and the launcher sets back.
    String modes() throws IOException {
        ByteBuffer answer = asked(TCGETS).put(LINE_DISCIPLINE, (byte) 0);
        byte[] bytes = new byte[SIZE_OF_TERMIOS];
        answer.get(0, bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private ByteBuffer asked(int question) throws IOException {
        try {
            answer.buffer().put(0, new byte[SIZE_OF_TERMIOS]);
            typing.must("ioctl", held, question, answer.address());
            return answer.buffer();
        } catch (NativeException e) {
            throw new IOException(e);
        }
    }

    /// Closes the window: whoever has this terminal is told so (SIGHUP).
    @Override
    public void close() throws IOException {
        synchronized (reading) {
            if (open) {
                open = false;
                try {
                    typing.must("close", master, 0, 0);
                    typing.must("close", held, 0, 0);
                } catch (NativeException e) {
                    throw new IOException(e);
                }
                arena.close();
            }
        }
    }
}
