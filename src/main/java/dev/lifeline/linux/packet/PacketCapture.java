package dev.lifeline.linux.packet;

import dev.lifeline.linux.NativeException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Captures the packets of a few ports into a ring that kernel and program share (TPACKET_V3 of packet(7)).
///
/// It sees the network namespace of the thread that opened it. For one thread at a time, but for [#wake].
public final class PacketCapture implements AutoCloseable {

    private final PacketSocket socket;
    private final RingSize size;
    private final WakeUp wakeUp;
    private long address;
    private ByteBuffer[] blocks;
    private int current;

    private PacketCapture(PacketSocket socket, RingSize size, WakeUp wakeUp) {
        this.socket = socket;
        this.size = size;
        this.wakeUp = wakeUp;
    }

    /// Opens the socket; nothing is captured yet. This is the step that needs the permission.
    ///
    /// @param arena for the memory of the calls; must outlive the capture
    /// @throws NativeException EPERM without `CAP_NET_RAW`, EAFNOSUPPORT without packet sockets, no error number where native
    ///     calls cannot be made at all
    public static PacketCapture open(Arena arena, RingSize size) throws NativeException {
        PacketSocket socket = PacketSocket.open(arena);
        return new PacketCapture(socket, size, socket.wakeUp(arena));
    }

    /// Makes the ring and hooks into the interfaces, with a filter that lets nothing through.
    ///
    /// @throws NativeException ENOMEM where there is no memory for the ring
    @SuppressWarnings("restricted") // the mapping has a size that only we know
    public void prepare() throws NativeException {
        socket.ring(size);
        address = socket.map(size.bytes());
        ByteBuffer ring = MemorySegment.ofAddress(address).reinterpret(size.bytes()).asByteBuffer();
        blocks = new ByteBuffer[size.blocks()];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = ring.slice(i * size.blockBytes(), size.blockBytes()).order(ByteOrder.nativeOrder());
        }
        socket.bind();
    }

    /// From its return on every packet of these ports is captured, and of no other. May be called again: the filter changes in
    /// one step.
    ///
    /// @param names whether questions to name servers are captured, too
    /// @param ports up to [PortFilter#MAX_PORTS] of them
    public void begin(boolean names, int... ports) throws NativeException {
        socket.attach(PortFilter.of(names, ports));
    }

    /// The block that the kernel has handed over and that was not released yet, or `null` where there is none.
    public BlockCursor block() {
        ByteBuffer block = blocks[current];
        if ((block.getInt(BlockCursor.STATUS_AT) & BlockCursor.USER) == 0) {
            return null;
        }
        // The status says that the rest of the block is written; the rest must not be read before it.
        VarHandle.acquireFence();
        return new BlockCursor(block);
    }

    /// Gives the block back to the kernel; its frames must not be read any more.
    public void release() {
        VarHandle.releaseFence();
        blocks[current].putInt(BlockCursor.STATUS_AT, 0);
        current = (current + 1) % blocks.length;
    }

    /// Waits until there is a block, somebody wakes, or the time is up.
    ///
    /// @param nanos how long at most
    public void await(long nanos) throws NativeException {
        socket.await(nanos, wakeUp);
    }

    /// Ends the wait that is under way, or else the next one. Any thread; when the capture is closed, nothing happens.
    public void wake() {
        if (wakeUp != null) {
            wakeUp.wake();
        }
    }

    /// Tells whether [#wake] ends waits: where the process has no descriptor left, it does not.
    public boolean wakes() {
        return wakeUp != null;
    }

    /// Packets that the kernel lost since the last call.
    public DropCount drops() throws NativeException {
        return socket.drops();
    }

    /// The name of an interface, or `null` where it is gone.
    public String device(int index) {
        return socket.device(index);
    }

    /// Gives ring and socket back. That no interface uses them any more is waited for by the kernel alone.
    @Override
    public void close() {
        if (blocks != null) {
            blocks = null;
            socket.unmap(address, size.bytes());
        }
        if (wakeUp != null) {
            wakeUp.close();
        }
        socket.close();
    }
}
