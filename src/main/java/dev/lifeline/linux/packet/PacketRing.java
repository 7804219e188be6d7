package dev.lifeline.linux.packet;

import dev.lifeline.linux.NativeException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Packets in a ring of blocks that kernel and program share (TPACKET_V3 of packet(7)). It needs no permission beside that of the
/// socket, and some ten milliseconds to be made.
final class PacketRing implements PacketQueue {

    private final PacketSocket socket;
    private final long address;
    private final long bytes;
    private final ByteBuffer[] blocks;
    private int current;
    private BlockCursor taken;

    /// @throws NativeException ENOMEM where there is no memory for it
    @SuppressWarnings("restricted") // the mapping has a size that only we know
    PacketRing(PacketSocket socket, RingSize size) throws NativeException {
        this.socket = socket;
        socket.ring(size);
        bytes = size.bytes();
        address = socket.map(bytes);
        ByteBuffer ring = MemorySegment.ofAddress(address).reinterpret(bytes).asByteBuffer();
        blocks = new ByteBuffer[size.blocks()];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = ring.slice(i * size.blockBytes(), size.blockBytes()).order(ByteOrder.nativeOrder());
        }
    }

    @Override
    public boolean take() {
        release();
        ByteBuffer block = blocks[current];
        if ((block.getInt(BlockCursor.STATUS_AT) & BlockCursor.USER) == 0) {
            return false;
        }
        // The status says that the rest of the block is written; the rest must not be read before it.
        VarHandle.acquireFence();
        taken = new BlockCursor(block);
        return true;
    }

    /// Gives the block that was taken back to the kernel.
    private void release() {
        if (taken != null) {
            taken = null;
            VarHandle.releaseFence();
            blocks[current].putInt(BlockCursor.STATUS_AT, 0);
            current = (current + 1) % blocks.length;
        }
    }

    @Override
    public PacketFrame next() {
        return taken.next();
    }

    /// A copy of the bytes that the block uses that was taken.
    byte[] bytes() {
        return taken.bytes();
    }

    @Override
    public boolean damaged() {
        return taken.damaged();
    }

    @Override
    public boolean wakesForEach() {
        return false;
    }

    @Override
    public void close() {
        socket.unmap(address, bytes);
    }
}
