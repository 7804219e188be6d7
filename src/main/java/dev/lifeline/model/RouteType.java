package dev.lifeline.model;

/// The use that a route makes of a packet (`rtm_type` of `linux/rtnetlink.h`, ip-route(8)).
public enum RouteType implements Labelled {
    /// Sends it on.
    UNICAST("unicast"),
    /// The destination is this machine.
    LOCAL("local"),
    /// Sends it to all on the link.
    BROADCAST("broadcast"),
    /// Sends it to a group.
    MULTICAST("multicast"),
    /// Drops it silently; a connect from this machine fails with EINVAL.
    BLACKHOLE("blackhole"),
    /// Refuses it: EHOSTUNREACH.
    UNREACHABLE("unreachable"),
    /// Forbids it: EACCES.
    PROHIBIT("prohibit"),
    /// This table has no route, and no later one either: ENETUNREACH.
    NONE("none"),
    /// Another type.
    OTHER("other");

    private final String label;

    RouteType(String label) {
        this.label = label;
    }

    /// The kernel's word, for people and recordings.
    @Override
    public String label() {
        return label;
    }
}
