package dev.lifeline.linux.route;

import dev.lifeline.linux.Errno;
import java.net.InetAddress;
import java.util.Objects;

/// Answer of the kernel about the way to a destination.
public sealed interface RouteAnswer {

    /// A route.
    ///
    /// @param type `rtm_type`: one of the `RTN_…` of [RouteMessage], or a number that this version does not know
    /// @param device index of the outgoing interface; 0 where the route has none
    /// @param gateway the next hop, or `null` where the destination is on the link
    /// @param source the preferred source address, or the one that was asked with; `null` where there is neither
    /// @param mtu bytes of a packet at most, where the route itself has a limit or has learned one; else 0
    /// @param table number of the routing table that has it; 0 where not said. Until a rule is added, the kernel keeps the routes of table
    ///     local (255) in those of table main and says 254 for them.
    record Route(int type, int device, InetAddress gateway, InetAddress source, int mtu, long table) implements RouteAnswer {
    }

    /// The kernel answered with an error. For a route that lets nothing through the number is the type of that route.
    ///
    /// @param errno the error
    record Refused(Errno errno) implements RouteAnswer {
        public Refused {
            Objects.requireNonNull(errno, "errno");
        }
    }

    /// There is no answer, or none that can be read.
    ///
    /// @param reason why, for a person
    record Unclear(String reason) implements RouteAnswer {
        public Unclear {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
