package dev.lifeline.observe.packet;

import dev.lifeline.linux.wire.IcmpError;
import dev.lifeline.model.event.CapturedPacket;

/// A packet that waits until it is known whose it is.
///
/// @param at nanoseconds of the trace
/// @param segment a segment, or `null`
/// @param error or an error about one, or `null`
record PendingPacket(long at, FlowSegment segment, IcmpError error, CapturedPacket packet) {
}
