package dev.lifeline.linux.packet;

/// Counts of the kernel since the last time it was asked (`struct tpacket_stats_v3`, or the first two of it).
///
/// @param packets that passed the filter, lost ones included
/// @param drops packets for which there was no room
/// @param freezes how often a ring was full
public record DropCount(long packets, long drops, long freezes) {
}
