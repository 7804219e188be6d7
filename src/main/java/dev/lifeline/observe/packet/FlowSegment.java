package dev.lifeline.observe.packet;

/// A segment as part of its flow.
///
/// @param fromClient whether the client sent it
/// @param flags the control bits
/// @param sequence relative
/// @param acknowledgement relative; 0 without ACK
/// @param payload bytes
/// @param window bytes, scaled where the factor is known
/// @param again whether some of it passed before
record FlowSegment(boolean fromClient, int flags, long sequence, long acknowledgement, int payload, long window, boolean again) {
}
