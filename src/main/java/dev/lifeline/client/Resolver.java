package dev.lifeline.client;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Turns a name into addresses: the one seam of the look-up. It may block for as long as it likes; [Lookup] does not wait
/// for ever.
@FunctionalInterface
public interface Resolver {

    /// The system's resolver: `getaddrinfo(3)` as the JDK calls it.
    Resolver SYSTEM = InetAddress::getAllByName;

    /// The addresses of a name, in the order in which they should be tried.
    ///
    /// @throws UnknownHostException when there are none; its message holds the resolver's reason
    InetAddress[] resolve(String host) throws UnknownHostException;
}
