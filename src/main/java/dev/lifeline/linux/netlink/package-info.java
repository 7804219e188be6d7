/// Netlink (netlink(7)): one socket for any protocol of it, and a pure writer and reader of its messages and attributes.
///
/// The contents of messages belong to the package of their protocol. Answers of the kernel are values here,
/// refusals included; only opening a socket throws.
package dev.lifeline.linux.netlink;
