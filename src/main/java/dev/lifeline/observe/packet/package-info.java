/// Packets as evidence: which of those that pass belong to the traced connection, and what they say.
///
/// Whatever cannot be shown to belong to the traced programs stays out of the trace.
package dev.lifeline.observe.packet;
