package dev.lifeline.linux.packet;

import dev.lifeline.linux.NativeMemory;
import dev.lifeline.linux.SystemCall;
import dev.lifeline.linux.SystemCalls;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Waits until the kernel stamps packets.
///
/// It begins to when the first socket asks for stamps (`SO_TIMESTAMPING` of socket(7)), but not at once: a thread of its own puts the
/// stamping code in its place (`net_enable_timestamp` of `net/core/dev.c`), which took 0.1 to 12 ms. Packets of before that have no
/// stamp. So a datagram is sent to its own sender over loopback, until it comes with one.
final class StampTrial {

    private static final int AF_INET = 2;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_NONBLOCK_AND_CLOEXEC = 0x800 | 0x80000;
    private static final int ADDRESS_BYTES = 16;
    private static final int LONGEST_TRIALS = 250;
    private static final long PAUSE_NANOS = 200_000;
    /// `struct msghdr`, `struct iovec`, control messages, one byte, an address, a time: all in the memory of the calls.
    private static final int VECTOR_AT = 56;
    private static final int CONTROL_AT = 72;
    private static final int CONTROL_BYTES = 128;
    private static final int BYTE_AT = CONTROL_AT + CONTROL_BYTES;
    private static final int TIME_AT = BYTE_AT + 8;

    private final SystemCalls calls;
    private final NativeMemory scratch;
    private final long descriptor;

    private StampTrial(SystemCalls calls, NativeMemory scratch, long descriptor) {
        this.calls = calls;
        this.scratch = scratch;
        this.descriptor = descriptor;
    }

    /// Waits, 50 ms at the least where the answer is no.
    ///
    /// @param scratch of at least 256 bytes, which are overwritten
    /// @return `false` where it does not stamp, or that cannot be tried
    static boolean succeeds(SystemCalls calls, NativeMemory scratch) {
        long descriptor = calls.call(SystemCall.SOCKET, AF_INET, SOCK_DGRAM | SOCK_NONBLOCK_AND_CLOEXEC, 0);
        if (descriptor < 0) {
            return false;
        }
        StampTrial trial = new StampTrial(calls, scratch, descriptor);
        boolean stamped = trial.connectedToItself() && trial.asks() && trial.comesStamped();
        calls.call(SystemCall.CLOSE, descriptor, 0, 0);
        return stamped;
    }

    private boolean connectedToItself() {
        ByteBuffer memory = scratch.buffer().clear();
        memory.putShort((short) AF_INET).putShort((short) 0).put((byte) 127).put((byte) 0).put((byte) 0).put((byte) 1).putLong(0);
        memory.putInt(ADDRESS_BYTES);
        return calls.call(SystemCall.BIND, descriptor, scratch.address(), ADDRESS_BYTES) == 0
                && calls.call(SystemCall.GETSOCKNAME, descriptor, scratch.address(), scratch.address() + ADDRESS_BYTES) == 0
                && calls.call(SystemCall.CONNECT, descriptor, scratch.address(), ADDRESS_BYTES) == 0;
    }

    private boolean asks() {
        scratch.buffer().clear().putInt(PacketSocket.RX_SOFTWARE_AND_SOFTWARE);
        return calls.call(SystemCall.SETSOCKOPT, descriptor, PacketSocket.SOL_SOCKET, PacketSocket.SO_TIMESTAMPING, scratch.address(),
                Integer.BYTES, 0) == 0;
    }

    private boolean comesStamped() {
        for (int i = 0; i < LONGEST_TRIALS; i++) {
            if (calls.call(SystemCall.SENDTO, descriptor, scratch.address() + BYTE_AT, 1, 0, 0, 0) < 0) {
                return false;
            }
            if (received()) {
                return true;
            }
            scratch.buffer().putLong(TIME_AT, 0).putLong(TIME_AT + Long.BYTES, PAUSE_NANOS);
            calls.call(SystemCall.PPOLL, 0, 0, scratch.address() + TIME_AT);
        }
        return false;
    }

    /// @return whether one has come, with a stamp
    private boolean received() {
        ByteBuffer memory = scratch.buffer().clear();
        long address = scratch.address();
        memory.putLong(0).putLong(0).putLong(address + VECTOR_AT).putLong(1);
        memory.putLong(address + CONTROL_AT).putLong(CONTROL_BYTES).putLong(0);
        memory.putLong(address + BYTE_AT).putLong(1);
        if (calls.call(SystemCall.RECVMSG, descriptor, address, 0) < 0) {
            return false;
        }
        int controlled = Math.clamp(memory.getLong(40), 0, CONTROL_BYTES);
        return ControlMessages.of(memory.slice(CONTROL_AT, controlled).order(ByteOrder.nativeOrder())).wall() != PacketFrame.UNSTAMPED;
    }
}
