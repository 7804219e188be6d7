/// The race between the addresses of a name (RFC 8305, "Happy Eyeballs") as a pure state machine: facts in, wishes out.
///
/// No threads, no sockets, no clock: the caller gives the time in nanoseconds from any fixed origin, carries out the wishes
/// and reports what became of them. All types are immutable and may be shared between threads.
package dev.lifeline.race;
