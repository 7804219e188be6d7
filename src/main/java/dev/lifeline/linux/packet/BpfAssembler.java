package dev.lifeline.linux.packet;

/// Puts a [BpfProgram] together: jumps go forward to labels, by name, so that nobody counts instructions.
final class BpfAssembler {

    // linux/bpf_common.h
    static final int LOAD_WORD = 0x20;
    static final int LOAD_LENGTH = 0x80;
    static final int LOAD_HALF = 0x28;
    static final int LOAD_BYTE = 0x30;
    static final int LOAD_HALF_INDEXED = 0x48;
    static final int LOAD_BYTE_INDEXED = 0x50;
    static final int LOAD_HEADER_LENGTH = 0xB1;
    static final int AND = 0x54;
    static final int SHIFT_LEFT = 0x64;
    static final int ADD_INDEX = 0x0C;
    static final int TO_INDEX = 0x07;
    static final int JUMP_EQUAL = 0x15;
    static final int JUMP_ANY_BIT = 0x45;
    static final int RETURN = 0x06;

    // linux/filter.h: what the kernel knows beside the bytes
    private static final int ANCILLARY = -0x1000;
    static final int PROTOCOL = ANCILLARY;
    static final int PACKET_TYPE = ANCILLARY + 4;
    static final int HARDWARE_TYPE = ANCILLARY + 28;

    private static final int MAX_INSTRUCTIONS = 256;
    private static final int MAX_LABELS = 24;
    private static final int NEXT = -1;

    private final int[] codes = new int[MAX_INSTRUCTIONS];
    private final int[] operands = new int[MAX_INSTRUCTIONS];
    private final int[] targets = new int[MAX_INSTRUCTIONS];
    private final int[] labels = new int[MAX_LABELS];
    private int length;
    private int labelCount;

    /// A place that is yet to come.
    int label() {
        return labelCount++;
    }

    /// The label stands here, before the next instruction.
    BpfAssembler at(int label) {
        labels[label] = length;
        return this;
    }

    BpfAssembler op(int code, int operand) {
        return add(code, operand, NEXT);
    }

    BpfAssembler op(int code) {
        return add(code, 0, NEXT);
    }

    /// Goes to the label when the accumulator is this value, and on otherwise.
    BpfAssembler ifEqual(int value, int label) {
        return add(JUMP_EQUAL, value, label);
    }

    /// Goes to the label when the accumulator has any of these bits, and on otherwise.
    BpfAssembler ifAnyBit(int bits, int label) {
        return add(JUMP_ANY_BIT, bits, label);
    }

    /// Keeps so many bytes of the packet; 0 drops it.
    BpfAssembler keep(int bytes) {
        return add(RETURN, bytes, NEXT);
    }

    BpfProgram build() {
        long[] built = new long[length];
        for (int i = 0; i < length; i++) {
            int skip = targets[i] == NEXT ? 0 : labels[targets[i]] - i - 1;
            if (skip < 0 || skip > 0xFF) {
                throw new IllegalStateException("instruction " + i + " jumps by " + skip);
            }
            built[i] = BpfProgram.instruction(codes[i], skip, 0, operands[i]);
        }
        return new BpfProgram(built);
    }

    private BpfAssembler add(int code, int operand, int target) {
        codes[length] = code;
        operands[length] = operand;
        targets[length++] = target;
        return this;
    }
}
