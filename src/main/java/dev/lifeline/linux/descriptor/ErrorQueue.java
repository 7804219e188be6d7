package dev.lifeline.linux.descriptor;

import dev.lifeline.linux.NativeMemory;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads the error queues of sockets (recvmsg(2) with `MSG_ERRQUEUE`); never waits. Not for several threads at once.
public final class ErrorQueue {

    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_ERRQUEUE = 0x2000;

    /// `struct msghdr` on a 64-bit machine: name, its length, the vector of data and its length, control and its length, flags.
    private static final int HEADER_BYTES = 56;
    private static final int NAME_LENGTH = 8;
    private static final int CONTROL_LENGTH = 40;

    private static final int NAME_AT = 64;
    private static final int NAME_BYTES = 64;
    private static final int CONTROL_AT = 128;
    private static final int CONTROL_BYTES = 512;

    /// Other messages in a queue (time stamps, for example) are passed over, up to this number.
    private static final int MOST_MESSAGES = 16;

    private final SocketCalls calls;
    private final NativeMemory memory;

    /// @param arena must outlive the last call
    public ErrorQueue(SocketCalls calls, Arena arena) {
        this.calls = calls;
        this.memory = NativeMemory.allocate(arena, CONTROL_AT + CONTROL_BYTES);
    }

    /// Takes messages from a socket's queue until one came from the network.
    ///
    /// @return it, or `null` where there is none
    public QueuedError next(int descriptor) {
        for (int i = 0; i < MOST_MESSAGES; i++) {
            prepare();
            // Without room for data: those are the packet that caused the error, and this socket sent it.
            if (calls.receive(descriptor, memory.address(), MSG_ERRQUEUE | MSG_DONTWAIT) < 0) {
                return null;
            }
            QueuedError error = QueuedError.decode(part(CONTROL_AT, memory.buffer().getLong(CONTROL_LENGTH), CONTROL_BYTES),
                    part(NAME_AT, memory.buffer().getInt(NAME_LENGTH), NAME_BYTES));
            if (error != null && error.fromNetwork()) {
                return error;
            }
        }
        return null;
    }

    private void prepare() {
        ByteBuffer header = memory.buffer();
        for (int at = 0; at < HEADER_BYTES; at += Long.BYTES) {
            header.putLong(at, 0);
        }
        header.putLong(0, memory.address() + NAME_AT);
        header.putInt(NAME_LENGTH, NAME_BYTES);
        header.putLong(32, memory.address() + CONTROL_AT);
        header.putLong(CONTROL_LENGTH, CONTROL_BYTES);
    }

    private ByteBuffer part(int at, long length, int room) {
        return memory.buffer().slice(at, (int) Math.max(0, Math.min(length, room))).order(ByteOrder.nativeOrder());
    }
}
