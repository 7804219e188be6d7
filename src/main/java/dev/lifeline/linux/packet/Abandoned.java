package dev.lifeline.linux.packet;

import dev.lifeline.linux.NativeMemory;
import dev.lifeline.linux.SystemCall;
import dev.lifeline.linux.SystemCalls;
import java.nio.ByteBuffer;

/// Closes a packet socket without the wait for the kernel.
///
/// The last close of a packet socket with a ring lasts two or three grace periods of the kernel's RCU, 12 to 34 ms, since packets
/// may be under way to it on other processors. Nobody needs the result, but whoever closes waits, and so does the end of the
/// process, which closes what is open. So somebody else has to be the last: the descriptor is sent (`SCM_RIGHTS` of unix(7)) to a
/// local socket that is sent along with it. When this process has closed both, they are held by nothing but a message that nobody
/// can ever receive. The kernel's collector looks for such messages whenever a local socket is closed, and drops them, since
/// Linux 6.10 in a thread of the kernel. An older kernel does it in the close, which lasts as long as it would have anyway.
final class Abandoned {

    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int SOL_SOCKET = 1;
    private static final int SCM_RIGHTS = 1;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;
    /// `struct msghdr` and `struct iovec` with 64-bit pointers, where they and what they point to lie in the memory of the call.
    private static final int VECTOR_AT = 56;
    private static final int CONTROL_AT = 72;
    /// `struct cmsghdr` and two descriptors.
    private static final int CONTROL_BYTES = 24;
    private static final int TEXT_AT = 96;

    private Abandoned() {
    }

    /// Closes the descriptor, whatever happens.
    ///
    /// @param scratch of at least 128 bytes, which are overwritten
    static void close(SystemCalls calls, NativeMemory scratch, long descriptor) {
        ByteBuffer memory = scratch.buffer().clear();
        memory.putLong(0);
        boolean paired = calls.call(SystemCall.SOCKETPAIR, AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, scratch.address(), 0, 0) == 0;
        if (!paired) {
            calls.call(SystemCall.CLOSE, descriptor, 0, 0);
            return;
        }
        int sender = memory.getInt(0);
        int receiver = memory.getInt(Integer.BYTES);
        write(memory, scratch.address(), receiver, (int) descriptor);
        calls.call(SystemCall.SENDMSG, sender, scratch.address(), MSG_DONTWAIT | MSG_NOSIGNAL);
        // Where that failed, these are plain closes. The sender is the last: its end is what has the kernel look.
        calls.call(SystemCall.CLOSE, descriptor, 0, 0);
        calls.call(SystemCall.CLOSE, receiver, 0, 0);
        calls.call(SystemCall.CLOSE, sender, 0, 0);
    }

    /// A message to the receiver with the receiver and the descriptor in it, and one byte: without data nothing is sent.
    private static void write(ByteBuffer memory, long address, int receiver, int descriptor) {
        memory.clear();
        memory.putLong(0).putLong(0).putLong(address + VECTOR_AT).putLong(1);
        memory.putLong(address + CONTROL_AT).putLong(CONTROL_BYTES).putLong(0);
        memory.putLong(address + TEXT_AT).putLong(1);
        memory.putLong(CONTROL_BYTES).putInt(SOL_SOCKET).putInt(SCM_RIGHTS).putInt(receiver).putInt(descriptor);
        memory.put((byte) 0);
    }
}
