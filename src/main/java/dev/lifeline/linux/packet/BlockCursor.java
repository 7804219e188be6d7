package dev.lifeline.linux.packet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Goes through the frames of one block of a TPACKET_V3 ring (`struct tpacket_block_desc`). Pure: any bytes will do.
///
/// A block whose numbers do not fit ends early and says so in [#damaged()].
public final class BlockCursor {

    /// Where the kernel says whose block it is.
    static final int STATUS_AT = 8;
    static final int USER = 1;

    private static final int COUNT_AT = 12;
    private static final int FIRST_AT = 16;
    private static final int USED_AT = 20;
    private static final int BLOCK_HEADER = 48;
    private static final int FRAME_HEADER = 48;
    private static final int ADDRESS_BYTES = 20;

    private final ByteBuffer block;
    private final int frames;
    private int taken;
    private long next;
    private boolean damaged;

    /// @param block a whole block from its index 0 on, in the byte order of the machine that recorded it
    public BlockCursor(ByteBuffer block) {
        this.block = block;
        boolean whole = block.limit() >= BLOCK_HEADER;
        this.frames = whole ? Math.max(block.getInt(COUNT_AT), 0) : 0;
        this.next = whole ? block.getInt(FIRST_AT) & 0xFFFF_FFFFL : 0;
        this.damaged = !whole;
    }

    /// The next frame, or `null` after the last.
    public PacketFrame next() {
        if (taken == frames || damaged) {
            return null;
        }
        if (next < BLOCK_HEADER || next + FRAME_HEADER + ADDRESS_BYTES > block.limit()) {
            return broken();
        }
        int at = (int) next;
        long seconds = block.getInt(at + 4) & 0xFFFF_FFFFL;
        long nanos = block.getInt(at + 8) & 0xFFFF_FFFFL;
        long captured = block.getInt(at + 12) & 0xFFFF_FFFFL;
        long data = next + (block.getShort(at + 26) & 0xFFFF);
        if (data + captured > block.limit()) {
            return broken();
        }
        int address = at + FRAME_HEADER;
        PacketFrame frame = new PacketFrame(seconds * 1_000_000_000L + nanos, Math.max(block.getInt(at + 16), 0), block.getInt(address + 4),
                block.get(address + 10) & 0xFF, (block.get(address + 2) & 0xFF) << 8 | block.get(address + 3) & 0xFF,
                block.slice((int) data, (int) captured).order(ByteOrder.BIG_ENDIAN));
        taken++;
        long step = block.getInt(at) & 0xFFFF_FFFFL;
        // The last frame has no next one; a step of 0 before it would never end.
        damaged = taken < frames && step == 0;
        next += step;
        return frame;
    }

    /// Tells whether the block ended before all the frames that it promised.
    public boolean damaged() {
        return damaged;
    }

    /// A copy of the bytes that the block uses.
    byte[] bytes() {
        byte[] bytes = new byte[Math.clamp(block.getInt(USED_AT), 0, block.limit())];
        block.get(0, bytes);
        return bytes;
    }

    private PacketFrame broken() {
        damaged = true;
        return null;
    }
}
