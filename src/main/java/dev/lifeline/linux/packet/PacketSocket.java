package dev.lifeline.linux.packet;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeMemory;
import dev.lifeline.linux.SystemCall;
import dev.lifeline.linux.SystemCalls;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A packet socket (packet(7), `SOCK_DGRAM`: packets begin with the IP header). Needs `CAP_NET_RAW` in the network namespace of
/// the thread that opens it. For one thread at a time.
///
/// It is opened for no protocol and gets a filter that lets nothing through, so nothing gets in before the filter of one's own.
final class PacketSocket implements AutoCloseable {

    private static final int AF_PACKET = 17;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;
    static final int SOL_SOCKET = 1;
    private static final int SO_ATTACH_FILTER = 26;
    private static final int SO_RCVBUFFORCE = 33;
    static final int SO_TIMESTAMPING = 37;
    /// linux/net_tstamp.h: the kernel stamps what is received, and tells it.
    static final int RX_SOFTWARE_AND_SOFTWARE = 0x18;
    private static final int SOL_PACKET = 263;
    private static final int PACKET_RX_RING = 5;
    private static final int PACKET_STATISTICS = 6;
    private static final int PACKET_AUXDATA = 8;
    private static final int PACKET_VERSION = 10;
    private static final int TPACKET_V3 = 2;
    private static final int FRAME_BYTES = 2048;
    private static final int ETH_P_ALL = 3;
    private static final int ADDRESS_BYTES = 20;
    private static final int SIOCGIFNAME = 0x8910;
    private static final int NAME_BYTES = 16;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int POLLIN = 1;
    /// Behind two `struct pollfd`, and in the second of them.
    private static final int TIME_AT = 16;
    private static final int WOKEN_AT = 14;
    private static final int SCRATCH_BYTES = 4096;
    /// `struct sock_fprog` lies before the instructions that it points to.
    private static final int PROGRAM_BYTES = 16;

    private final SystemCalls calls;
    private final NativeMemory scratch;
    private final long descriptor;

    private PacketSocket(SystemCalls calls, NativeMemory scratch, long descriptor) {
        this.calls = calls;
        this.scratch = scratch;
        this.descriptor = descriptor;
    }

    /// Opens one that lets nothing through.
    ///
    /// @param arena for the memory of the calls; must outlive the socket
    /// @throws NativeException with EPERM where the permission is missing
    static PacketSocket open(Arena arena) throws NativeException {
        SystemCalls calls = SystemCalls.in(arena);
        NativeMemory scratch = NativeMemory.allocate(arena, SCRATCH_BYTES);
        long descriptor = calls.must(SystemCall.SOCKET, AF_PACKET, SOCK_DGRAM | SOCK_CLOEXEC, 0, 0, 0, 0);
        PacketSocket socket = new PacketSocket(calls, scratch, descriptor);
        try {
            socket.attach(PortFilter.nothing());
            return socket;
        } catch (NativeException e) {
            socket.close();
            throw e;
        }
    }

    /// Replaces the filter, in one step.
    void attach(BpfProgram program) throws NativeException {
        ByteBuffer memory = scratch.buffer().clear();
        memory.putShort((short) program.length()).putShort((short) 0).putInt(0).putLong(scratch.address() + PROGRAM_BYTES);
        program.write(memory);
        option("SO_ATTACH_FILTER", SOL_SOCKET, SO_ATTACH_FILTER, PROGRAM_BYTES);
    }

    /// Asks for a receive buffer, beyond what ordinary programs may have (`CAP_NET_ADMIN`), and for what a ring tells by itself: the
    /// length of what is cut, and the kernel's stamp, for which it waits.
    ///
    /// @return `false` where it is not to be had
    boolean buffer(int bytes) {
        return bytes > 0 && granted(SOL_SOCKET, SO_RCVBUFFORCE, bytes) && granted(SOL_SOCKET, SO_TIMESTAMPING, RX_SOFTWARE_AND_SOFTWARE)
                && granted(SOL_PACKET, PACKET_AUXDATA, 1) && StampTrial.succeeds(calls, scratch);
    }

    private boolean granted(int level, int option, int value) {
        scratch.buffer().clear().putInt(value);
        return calls.call(SystemCall.SETSOCKOPT, descriptor, level, option, scratch.address(), Integer.BYTES, 0) == 0;
    }

    /// Receives what is there, without a wait (recvmmsg(2)).
    ///
    /// @param headers address of so many `struct mmsghdr`
    /// @return how many were received
    int receive(long headers, int count) throws NativeException {
        long received = calls.call(SystemCall.RECVMMSG, descriptor, headers, count, MSG_DONTWAIT, 0, 0);
        if (received >= 0) {
            return (int) received;
        }
        if (received == -Errno.EAGAIN || received == -Errno.EINTR) {
            return 0;
        }
        throw NativeException.failed("recvmmsg", new Errno((int) -received));
    }

    /// Asks for a TPACKET_V3 ring, which takes the kernel 5 to 18 ms: it waits until no processor uses an old one, also of a socket
    /// that has none and receives nothing yet (`packet_set_ring` of `net/packet/af_packet.c`).
    void ring(RingSize size) throws NativeException {
        ByteBuffer memory = scratch.buffer().clear();
        memory.putInt(TPACKET_V3);
        option("PACKET_VERSION", SOL_PACKET, PACKET_VERSION, Integer.BYTES);
        memory.clear();
        memory.putInt(size.blockBytes()).putInt(size.blocks()).putInt(FRAME_BYTES)
                .putInt(size.blockBytes() / FRAME_BYTES * size.blocks()).putInt(size.retireMillis()).putInt(0).putInt(0);
        option("PACKET_RX_RING", SOL_PACKET, PACKET_RX_RING, 28);
    }

    /// Maps the ring.
    ///
    /// @return its address
    long map(long bytes) throws NativeException {
        int readAndWrite = 3;
        int shared = 1;
        return calls.must(SystemCall.MMAP, 0, bytes, readAndWrite, shared, descriptor, 0);
    }

    void unmap(long address, long bytes) {
        calls.call(SystemCall.MUNMAP, address, bytes, 0);
    }

    /// From here on packets of all interfaces of the network namespace come in, both ways.
    void bind() throws NativeException {
        ByteBuffer memory = scratch.buffer().clear();
        memory.putShort((short) AF_PACKET).put((byte) 0).put((byte) ETH_P_ALL).putInt(0).putLong(0).putInt(0);
        calls.must(SystemCall.BIND, descriptor, scratch.address(), ADDRESS_BYTES, 0, 0, 0);
    }

    /// The descriptor that ends the waits of this socket, or `null` where the kernel gives none.
    WakeUp wakeUp(Arena arena) {
        try {
            return WakeUp.open(calls, arena);
        } catch (NativeException e) {
            return null;
        }
    }

    /// Waits until packets are handed over, somebody wakes, or the time is up.
    ///
    /// @param nanos how long at most
    /// @param wakeUp or `null`
    /// @param packets whether packets end the wait
    void await(long nanos, WakeUp wakeUp, boolean packets) throws NativeException {
        ByteBuffer memory = scratch.buffer().clear();
        memory.putInt(packets ? (int) descriptor : -1).putShort((short) POLLIN).putShort((short) 0);
        memory.putInt(wakeUp == null ? -1 : (int) wakeUp.descriptor()).putShort((short) POLLIN).putShort((short) 0);
        memory.putLong(nanos / 1_000_000_000L).putLong(nanos % 1_000_000_000L);
        long ready = calls.call(SystemCall.PPOLL, scratch.address(), 2, scratch.address() + TIME_AT);
        if (ready < 0 && ready != -Errno.EINTR) {
            throw NativeException.failed("ppoll", new Errno((int) -ready));
        }
        if (ready > 0 && memory.getShort(WOKEN_AT) != 0) {
            wakeUp.taken();
        }
    }

    /// Packets that were lost since the last call.
    DropCount drops() throws NativeException {
        ByteBuffer memory = scratch.buffer().clear();
        memory.putInt(12).putInt(0).putInt(0).putInt(0);
        calls.must(SystemCall.GETSOCKOPT, descriptor, SOL_PACKET, PACKET_STATISTICS, scratch.address() + 4, scratch.address(), 0);
        memory.clear();
        return new DropCount(memory.getInt(4) & 0xFFFF_FFFFL, memory.getInt(8) & 0xFFFF_FFFFL, memory.getInt(12) & 0xFFFF_FFFFL);
    }

    /// The name of an interface, or `null` where it is gone (netdevice(7)).
    String device(int index) {
        ByteBuffer memory = scratch.buffer().clear();
        memory.putLong(0).putLong(0).putInt(index);
        if (calls.call(SystemCall.IOCTL, descriptor, SIOCGIFNAME, scratch.address()) < 0) {
            return null;
        }
        byte[] name = new byte[NAME_BYTES];
        memory.get(0, name);
        int length = 0;
        while (length < NAME_BYTES && name[length] != 0) {
            length++;
        }
        return new String(name, 0, length, StandardCharsets.ISO_8859_1);
    }

    /// Gives the descriptor back at once, and the socket as soon as the kernel comes to it ([Abandoned]).
    @Override
    public void close() {
        try {
            // Until then it must cost nobody anything.
            attach(PortFilter.nothing());
        } catch (NativeException keepsItsFilter) {
            // Then it fills a buffer that nobody reads, for a moment.
        }
        Abandoned.close(calls, scratch, descriptor);
    }

    private void option(String name, int level, int option, int bytes) throws NativeException {
        long result = calls.call(SystemCall.SETSOCKOPT, descriptor, level, option, scratch.address(), bytes, 0);
        if (result < 0) {
            throw NativeException.failed("setsockopt " + name, new Errno((int) -result));
        }
    }
}
