package dev.lifeline.client;

import java.net.InetSocketAddress;
import java.util.Objects;

/// What the socket of an attempt is before it connects.
///
/// @param source the local end to bind to, or `null`
/// @param setup done to each socket first
record Origin(InetSocketAddress source, SocketSetup setup) {

    Origin {
        Objects.requireNonNull(setup, "setup");
    }

    /// Whether the kernel chooses the address: only the port is given, or nothing.
    boolean anyAddress() {
        return source == null || source.getAddress().isAnyLocalAddress();
    }
}
