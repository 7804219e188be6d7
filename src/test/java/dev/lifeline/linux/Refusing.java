package dev.lifeline.linux;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts a command under a filter of seccomp(2) that answers some system calls with EPERM, as containers do. A process of its own:
/// a filter cannot be taken off again.
public final class Refusing {

    private static final int PR_SET_SECCOMP = 22;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int SECCOMP_MODE_FILTER = 2;
    private static final int RET_ALLOW = 0x7FFF0000;
    private static final int RET_ERRNO = 0x00050000;

    private static final short LOAD_WORD = 0x20;
    private static final short JUMP_IF_EQUAL = 0x15;
    private static final short RETURN = 0x06;

    /// `struct seccomp_data`: the number of the call, and the lower half of its arguments.
    private static final int NUMBER_AT = 0;
    private static final int ARGUMENTS_AT = 16;

    private static final boolean AARCH64 = "aarch64".equals(System.getProperty("os.arch"));

    private Refusing() {
    }

    /// What stands before a command that is to be refused these calls.
    ///
    /// @param calls each a name of [SystemCall], with the values of some arguments: `SOCKET,0=16`
    public static List<String> calls(String... calls) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", ChildJvm.NATIVE_ACCESS, "-cp",
                ChildJvm.classes(Refusing.class) + File.pathSeparator + ChildJvm.classes(SystemCalls.class), Refusing.class.getName()));
        command.addAll(List.of(calls));
        command.add("--");
        return command;
    }

    /// @param arguments the calls, `--` and the command
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = List.of(arguments);
        int end = all.indexOf("--");
        try (Arena arena = Arena.ofConfined()) {
            install(arena, all.subList(0, end));
            // From this thread: the filter is its own, and that of what it starts.
            System.exit(new ProcessBuilder(all.subList(end + 1, all.size())).inheritIO().start().waitFor());
        }
    }

    private static void install(Arena arena, List<String> calls) throws IOException {
        MemorySegment errno = NativeFunction.errnoMemory(arena);
        NativeFunction prctl = NativeFunction.of("prctl");
        List<Long> program = program(calls);
        NativeMemory memory = NativeMemory.allocate(arena, 16 + 8 * program.size());
        memory.buffer().putShort(0, (short) program.size()).putLong(8, memory.address() + 16);
        for (int i = 0; i < program.size(); i++) {
            memory.buffer().putLong(16 + 8 * i, program.get(i));
        }
        if ((int) prctl.call(errno, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0, 0, 0) != 0
                || (int) prctl.call(errno, PR_SET_SECCOMP, SECCOMP_MODE_FILTER, memory.address(), 0, 0, 0, 0) != 0) {
            throw new IOException("no filter: errno " + errno.asByteBuffer().order(ByteOrder.nativeOrder()).getInt(0));
        }
    }

    /// One rule after the other, each past the rest of itself where something is different.
    private static List<Long> program(List<String> calls) {
        List<Long> program = new ArrayList<>();
        for (String call : calls) {
            String[] parts = call.split(",");
            int left = 2 * parts.length;
            program.add(instruction(LOAD_WORD, 0, NUMBER_AT));
            program.add(instruction(JUMP_IF_EQUAL, left - 1, SystemCall.valueOf(parts[0]).number(AARCH64)));
            for (int i = 1; i < parts.length; i++) {
                String[] argument = parts[i].split("=");
                program.add(instruction(LOAD_WORD, 0, ARGUMENTS_AT + 8 * Integer.parseInt(argument[0])));
                program.add(instruction(JUMP_IF_EQUAL, left - 1 - 2 * i, Integer.parseInt(argument[1])));
            }
            program.add(instruction(RETURN, 0, RET_ERRNO | Errno.EPERM));
        }
        program.add(instruction(RETURN, 0, RET_ALLOW));
        return program;
    }

    /// `struct sock_filter`.
    private static long instruction(short code, int otherwise, int operand) {
        return ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putShort(code).put((byte) 0).put((byte) otherwise).putInt(operand)
                .getLong(0);
    }
}
