package dev.lifeline.model;

/// The buffers of a socket in bytes of kernel memory, overhead included (`SK_MEMINFO` of `linux/sock_diag.h`).
///
/// @param receiveUsed bytes in the receive buffer
/// @param receiveLimit its limit (`SO_RCVBUF`)
/// @param sendUsed bytes in flight to the device
/// @param sendLimit limit of the send buffer (`SO_SNDBUF`)
/// @param sendQueued bytes in the send queue
/// @param backlog bytes that wait for the socket's lock
/// @param drops packets thrown away at this socket
public record SocketMemory(long receiveUsed, long receiveLimit, long sendUsed, long sendLimit, long sendQueued, long backlog,
                           long drops) {
}
