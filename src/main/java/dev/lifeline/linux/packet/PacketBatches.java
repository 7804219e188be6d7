package dev.lifeline.linux.packet;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeMemory;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Packets out of the socket's own buffer, up to [#MESSAGES] a call. It is ready at once, where a ring takes the kernel some ten
/// milliseconds, and reads one packet from it as exactly; but the buffer has to be large, which needs a permission.
///
/// Packets are copied into memory of its own: headers (`struct mmsghdr`), then what they point to, each kind in a row.
final class PacketBatches implements PacketQueue {

    static final int MESSAGES = 64;

    /// `struct msghdr` with 64-bit pointers, and the length that was received.
    private static final int HEADER_BYTES = 64;
    private static final int NAME_LENGTH_AT = 8;
    private static final int VECTOR_AT = 16;
    private static final int VECTORS_AT = 24;
    private static final int CONTROL_AT = 32;
    private static final int CONTROL_LENGTH_AT = 40;
    private static final int RECEIVED_AT = 56;
    /// `struct iovec`, `struct sockaddr_ll`, and control messages: three stamps and `struct tpacket_auxdata`.
    private static final int VECTOR_BYTES = 16;
    private static final int NAME_BYTES = 24;
    private static final int CONTROL_BYTES = 128;

    private static final int VECTORS = MESSAGES * HEADER_BYTES;
    private static final int NAMES = VECTORS + MESSAGES * VECTOR_BYTES;
    private static final int CONTROLS = NAMES + MESSAGES * NAME_BYTES;
    private static final int DATA = CONTROLS + MESSAGES * CONTROL_BYTES;

    private final PacketSocket socket;
    private final int snap;
    private final NativeMemory memory;
    private final ByteBuffer bytes;
    private int count;
    private int next;

    /// @param arena must outlive it
    /// @param snap bytes that the filter lets through of a packet at most
    PacketBatches(PacketSocket socket, Arena arena, int snap) {
        this.socket = socket;
        this.snap = snap;
        memory = NativeMemory.allocate(arena, DATA + MESSAGES * snap);
        bytes = memory.buffer();
        for (int i = 0; i < MESSAGES; i++) {
            int header = i * HEADER_BYTES;
            int vector = VECTORS + i * VECTOR_BYTES;
            bytes.putLong(header, memory.address() + NAMES + i * NAME_BYTES);
            bytes.putLong(header + VECTOR_AT, memory.address() + vector);
            bytes.putLong(header + VECTORS_AT, 1);
            bytes.putLong(header + CONTROL_AT, memory.address() + CONTROLS + i * CONTROL_BYTES);
            bytes.putLong(vector, memory.address() + DATA + i * snap);
            bytes.putLong(vector + Long.BYTES, snap);
            room(header);
        }
    }

    /// The kernel writes over the lengths that it was given.
    private void room(int header) {
        bytes.putInt(header + NAME_LENGTH_AT, NAME_BYTES);
        bytes.putLong(header + CONTROL_LENGTH_AT, CONTROL_BYTES);
    }

    @Override
    public boolean take() throws NativeException {
        for (int i = 0; i < count; i++) {
            room(i * HEADER_BYTES);
        }
        next = 0;
        count = 0;
        count = socket.receive(memory.address(), MESSAGES);
        return count > 0;
    }

    @Override
    public PacketFrame next() {
        if (next == count) {
            return null;
        }
        int header = next * HEADER_BYTES;
        int name = NAMES + next * NAME_BYTES;
        int control = CONTROLS + next * CONTROL_BYTES;
        int received = Math.clamp(bytes.getInt(header + RECEIVED_AT), 0, snap);
        int controlled = Math.clamp(bytes.getLong(header + CONTROL_LENGTH_AT), 0, CONTROL_BYTES);
        ControlMessages said = ControlMessages.of(bytes.slice(control, controlled).order(ByteOrder.nativeOrder()));
        PacketFrame frame = new PacketFrame(said.wall(), Math.max(said.length(), received), bytes.getInt(name + 4),
                bytes.get(name + 10) & 0xFF, (bytes.get(name + 2) & 0xFF) << 8 | bytes.get(name + 3) & 0xFF,
                bytes.slice(DATA + next * snap, received).order(ByteOrder.BIG_ENDIAN));
        next++;
        return frame;
    }

    @Override
    public boolean damaged() {
        return false;
    }

    @Override
    public boolean wakesForEach() {
        return true;
    }

    @Override
    public void close() {
        // The arena's.
    }
}
