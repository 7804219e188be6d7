/// Sockets of this process by their descriptors: which number is which socket, and what the kernel tells only to those who hold
/// one (the SYN that began a connection, the ICMP message behind an error).
///
/// Decoders are pure; [dev.lifeline.linux.descriptor.SocketCalls] makes the calls.
package dev.lifeline.linux.descriptor;
