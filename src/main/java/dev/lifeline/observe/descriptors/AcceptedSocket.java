package dev.lifeline.observe.descriptors;

import dev.lifeline.model.event.KernelEvent;

/// Facts about an accepted connection.
///
/// @param at when, in nanoseconds of the trace
/// @param number of the server's connection
/// @param names of the server's socket
/// @param descriptor of it
/// @param syn the client's SYN, or `null` where the kernel kept none
record AcceptedSocket(long at, int number, NamedConnection names, KernelEvent.DescriptorFound descriptor,
                      KernelEvent.SynSaved syn) {
}
