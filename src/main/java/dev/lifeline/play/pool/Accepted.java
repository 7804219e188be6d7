package dev.lifeline.play.pool;

import dev.lifeline.model.Endpoint;
import dev.lifeline.record.LaneRecorder;
import java.nio.channels.SocketChannel;

/// A connection that was accepted, with the recorder of its number.
record Accepted(SocketChannel channel, LaneRecorder lane, Endpoint local, Endpoint remote) {
}
