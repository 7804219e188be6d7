/// The kernel's own interfaces through the JDK's foreign functions: netlink, packet sockets, socket options, `getaddrinfo(3)`.
///
/// Nothing here knows what a trace is. Nothing native is touched before the first call; where it cannot be had (another system,
/// no permission for native access) [dev.lifeline.linux.NativeException] says why.
///
/// Every native call in this package has the one shape of [dev.lifeline.linux.NativeFunction]: the first call of a shape costs a
/// fresh JVM some 17 ms, and each further shape some 5 more.
package dev.lifeline.linux;
