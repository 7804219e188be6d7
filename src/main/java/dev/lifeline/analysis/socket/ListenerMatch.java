package dev.lifeline.analysis.socket;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;

/// Listening sockets told apart: several may have one port, and the kernel gives a connection to the one whose address fits it best
/// (`compute_score` of `net/ipv4/inet_hashtables.c` and `net/ipv6/inet6_hashtables.c`).
public final class ListenerMatch {

    private static final int OWN_ADDRESS = 3;
    private static final int OWN_FAMILY = 2;
    private static final int BOTH_FAMILIES = 1;

    private ListenerMatch() {
    }

    /// Tells how well a listener fits a connection: 0 for not at all, more for better.
    ///
    /// @param listener where it listens
    /// @param server the server's end of the connection
    public static int fit(Endpoint listener, Endpoint server) {
        if (listener.port() != server.port()) {
            return 0;
        }
        if (bare(listener.address()).equals(bare(server.address()))) {
            return OWN_ADDRESS;
        }
        boolean six = server.family() == Family.IPV6;
        return switch (listener.address()) {
            case "0.0.0.0" -> six ? 0 : OWN_FAMILY;
            // One for both families, unless IPV6_V6ONLY is set (ipv6(7)): then it never was the best for IPv4.
            case "::", "0:0:0:0:0:0:0:0" -> six ? OWN_FAMILY : BOTH_FAMILIES;
            default -> 0;
        };
    }

    /// Without its zone, which only programs write.
    private static String bare(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
