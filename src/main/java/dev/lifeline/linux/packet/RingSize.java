package dev.lifeline.linux.packet;

/// How large a ring is.
///
/// @param blockBytes of one block: a multiple of the page size, which is 4 KiB as a rule and up to 64 KiB on AArch64
/// @param blocks how many
/// @param retireMillis a block with packets is handed over after this time at the latest, in milliseconds
public record RingSize(int blockBytes, int blocks, int retireMillis) {

    /// Four MiB: some ten thousand packets of [PortFilter#SNAP_BYTES].
    public static final RingSize ORDINARY = new RingSize(1 << 16, 64, 1);

    /// Sixteen MiB: a block has room for some of the largest packets.
    public static final RingSize WHOLE = new RingSize(1 << 18, 64, 1);

    /// Bytes of the whole ring.
    public long bytes() {
        return (long) blockBytes * blocks;
    }
}
