package dev.lifeline.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Memory outside the heap that a system call can be given, seen as a buffer in the machine's byte order.
///
/// @param address where it is
/// @param buffer the same bytes
public record NativeMemory(long address, ByteBuffer buffer) {

    /// Zeroed memory that lives as long as the arena.
    public static NativeMemory allocate(Arena arena, long bytes) {
        return of(arena.allocate(bytes, 16));
    }

    /// Memory that is already there.
    public static NativeMemory of(MemorySegment segment) {
        return new NativeMemory(segment.address(), segment.asByteBuffer().order(ByteOrder.nativeOrder()));
    }
}
