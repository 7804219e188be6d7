package dev.lifeline.run;

import java.util.Objects;

/// Where to connect to.
///
/// @param host a name in ASCII, or a numeric address without brackets, with its zone where it has one
/// @param port 1 to 65535, or 0 for a server of our own that takes any free port
public record ConnectTarget(String host, int port) {

    public ConnectTarget {
        Objects.requireNonNull(host, "host");
    }

    /// The same host with another port.
    public ConnectTarget port(int other) {
        return new ConnectTarget(host, other);
    }

    /// `example.com:80`, `[::1]:80`; without the port where it is still free.
    @Override
    public String toString() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == 0 ? name : name + ":" + port;
    }
}
