package dev.lifeline.explain;

/// An end of a connection as a text names it.
///
/// @param host a name or an address, without brackets; empty where only a port is named
/// @param port its port; 0 where none stands there
public record Site(String host, int port) {

    @Override
    public String toString() {
        String named = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == 0 ? host : named + ":" + port;
    }
}
