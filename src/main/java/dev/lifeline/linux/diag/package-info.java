/// The kernel's table of TCP sockets, asked without a descriptor and without a privilege: `INET_DIAG` of sock_diag(7).
///
/// Requests and answers are encoded and decoded here without I/O; [dev.lifeline.linux.diag.SocketDiag] and
/// [dev.lifeline.linux.diag.DestroyWatch] send and receive them.
package dev.lifeline.linux.diag;
