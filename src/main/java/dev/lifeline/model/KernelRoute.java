package dev.lifeline.model;

import java.util.Objects;

/// The route that the kernel chooses for a destination (rtnetlink(7), `RTM_GETROUTE`).
///
/// @param type what the route does with packets
/// @param device the interface, or `null` where the route has none
/// @param gateway the next hop's address, or `null` where the destination is on the link
/// @param source the preferred source address, or `null`
/// @param mtu bytes of a packet at most, of the route where it has its own, else of the interface; 0 where not known
/// @param table number of the routing table; 254 is main, 255 is local
public record KernelRoute(RouteType type, String device, String gateway, String source, int mtu, long table) {

    public KernelRoute {
        Objects.requireNonNull(type, "type");
    }
}
