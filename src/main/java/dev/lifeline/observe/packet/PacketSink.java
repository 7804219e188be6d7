package dev.lifeline.observe.packet;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.event.EventBody;

/// Where findings go.
interface PacketSink {

    /// Records one.
    ///
    /// @param at nanoseconds of the trace
    /// @param connection from 1
    /// @param attempt from 1; 0 where the server's side counts
    void found(long at, Evidence evidence, int connection, int attempt, EventBody body);
}
