package dev.lifeline.linux.packet;

/// Counts of the kernel since the last time it was asked (`struct tpacket_stats_v3`).
///
/// @param packets that passed the filter, lost ones included
/// @param drops packets for which the ring had no room
/// @param freezes how often the ring was full
public record DropCount(long packets, long drops, long freezes) {
}
