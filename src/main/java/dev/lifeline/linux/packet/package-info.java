/// Packets as they pass: a packet socket (packet(7)) with a large buffer or a ring of blocks in shared memory, a classic BPF filter
/// in front of it, and pure decoders for what the kernel hands over.
///
/// Bytes of packets come from the network: every length in them is checked, and what does not hold is answered with
/// [dev.lifeline.linux.packet.NotDecoded], never with an exception.
package dev.lifeline.linux.packet;
