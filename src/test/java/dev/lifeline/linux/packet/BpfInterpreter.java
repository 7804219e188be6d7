package dev.lifeline.linux.packet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Runs a classic BPF program as the kernel does (Documentation/networking/filter.rst): a load outside the packet drops it.
record BpfInterpreter(BpfProgram program) {

    private static final int LOOPBACK = 772;
    private static final int ETHERNET = 1;

    /// What the filter keeps of a packet on an Ethernet interface.
    int run(byte[] packet) {
        return run(packet, ETHERNET, 0);
    }

    /// What the filter keeps of one of the two copies on a loopback interface.
    int runOnLoopback(byte[] packet, boolean outgoing) {
        return run(packet, LOOPBACK, outgoing ? PacketFrame.OUTGOING : 0);
    }

    private int run(byte[] packet, int hardware, int type) {
        ByteBuffer bytes = ByteBuffer.wrap(packet).order(ByteOrder.BIG_ENDIAN);
        int protocol = packet.length > 0 && packet[0] >> 4 == 6 ? 0x86DD : 0x0800;
        int a = 0;
        int x = 0;
        int at = 0;
        try {
            while (true) {
                int k = program.operand(at);
                boolean holds = false;
                switch (program.code(at)) {
                    case BpfAssembler.LOAD_WORD -> a = k == BpfAssembler.HARDWARE_TYPE ? hardware
                            : k == BpfAssembler.PACKET_TYPE ? type : k == BpfAssembler.PROTOCOL ? protocol : bytes.getInt(k);
                    case BpfAssembler.LOAD_LENGTH -> a = packet.length;
                    case BpfAssembler.LOAD_HALF -> a = bytes.getShort(k) & 0xFFFF;
                    case BpfAssembler.LOAD_BYTE -> a = bytes.get(k) & 0xFF;
                    case BpfAssembler.LOAD_HALF_INDEXED -> a = bytes.getShort(x + k) & 0xFFFF;
                    case BpfAssembler.LOAD_BYTE_INDEXED -> a = bytes.get(x + k) & 0xFF;
                    case BpfAssembler.LOAD_HEADER_LENGTH -> x = 4 * (bytes.get(k) & 0x0F);
                    case BpfAssembler.AND -> a &= k;
                    case BpfAssembler.SHIFT_LEFT -> a <<= k;
                    case BpfAssembler.ADD_INDEX -> a += x;
                    case BpfAssembler.TO_INDEX -> x = a;
                    case BpfAssembler.JUMP_EQUAL -> holds = a == k;
                    case BpfAssembler.JUMP_ANY_BIT -> holds = (a & k) != 0;
                    case BpfAssembler.RETURN -> {
                        return k;
                    }
                    default -> throw new AssertionError("no such operation: " + program.code(at));
                }
                at += 1 + (holds ? program.whenTrue(at) : program.whenFalse(at));
            }
        } catch (IndexOutOfBoundsException e) {
            if (at >= program.length()) {
                throw new AssertionError("the program ran over its end", e);
            }
            return 0;
        }
    }
}
