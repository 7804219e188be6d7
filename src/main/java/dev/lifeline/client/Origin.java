package dev.lifeline.client;

import java.net.InetSocketAddress;
import java.util.Objects;

/// The socket of an attempt before it connects.
///
/// @param source the local end to bind to, or `null`
/// @param setup done to each socket first
record Origin(InetSocketAddress source, SocketSetup setup) {

    Origin {
        Objects.requireNonNull(setup, "setup");
    }

    /// Says if the kernel chooses the address: only the port is given, or nothing.
    boolean anyAddress() {
        return source == null || source.getAddress().isAnyLocalAddress();
    }
}
