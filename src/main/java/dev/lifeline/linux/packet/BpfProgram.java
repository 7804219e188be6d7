package dev.lifeline.linux.packet;

import java.nio.ByteBuffer;

/// A program of the classic Berkeley packet filter (`struct sock_filter` of `linux/filter.h`). Immutable.
public final class BpfProgram {

    /// Bytes of one instruction.
    public static final int INSTRUCTION_BYTES = 8;

    private final long[] instructions;

    BpfProgram(long[] instructions) {
        this.instructions = instructions.clone();
    }

    /// Packs one instruction: code, jump if true, jump if false, operand.
    static long instruction(int code, int whenTrue, int whenFalse, int operand) {
        return (long) code << 48 | (long) whenTrue << 40 | (long) whenFalse << 32 | operand & 0xFFFF_FFFFL;
    }

    /// How many instructions it has.
    public int length() {
        return instructions.length;
    }

    /// The operation of an instruction.
    public int code(int index) {
        return (int) (instructions[index] >>> 48);
    }

    /// How many instructions a jump skips when its condition holds.
    public int whenTrue(int index) {
        return (int) (instructions[index] >>> 40) & 0xFF;
    }

    /// How many instructions a jump skips when its condition does not hold.
    public int whenFalse(int index) {
        return (int) (instructions[index] >>> 32) & 0xFF;
    }

    /// The operand of an instruction.
    public int operand(int index) {
        return (int) instructions[index];
    }

    /// Writes it as the kernel reads it.
    ///
    /// @param to in the machine's byte order; [#INSTRUCTION_BYTES] times [#length()] are written from its position on
    public void write(ByteBuffer to) {
        for (int i = 0; i < instructions.length; i++) {
            to.putShort((short) code(i)).put((byte) whenTrue(i)).put((byte) whenFalse(i)).putInt(operand(i));
        }
    }
}
