package dev.lifeline.linux.packet;

import dev.lifeline.linux.NativeException;

/// Packets that the kernel has ready. For one thread.
sealed interface PacketQueue permits PacketBatches, PacketRing {

    /// Takes over the next packets; those that were taken before must not be read any more.
    ///
    /// @return `false` where there are none now
    boolean take() throws NativeException;

    /// The next of the packets that were taken, or `null` after the last.
    PacketFrame next();

    /// Tells whether some of the packets that were taken could not be read.
    boolean damaged();

    /// Tells whether each packet ends a wait for packets, which costs whoever sends it a microsecond or two.
    boolean wakesForEach();

    /// Gives its memory back.
    void close();
}
