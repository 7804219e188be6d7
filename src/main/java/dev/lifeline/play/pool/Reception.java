package dev.lifeline.play.pool;

import dev.lifeline.record.LaneRecorder;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/// Gives a connection that was accepted its number, and records that it was. Any thread.
public interface Reception {

    /// @param before when accept was called, in nanoseconds of the trace's clock
    /// @return the recorder of the connection
    LaneRecorder accepted(SocketChannel channel, long before) throws IOException;
}
