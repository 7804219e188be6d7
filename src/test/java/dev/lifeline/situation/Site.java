package dev.lifeline.situation;

/// Networks of namespaces that a situation stands in, as shell text. `client`, `router` and `server` run a command in that place;
/// the traced program is always at the client.
enum Site {

    /// One machine: client and server share `lo`. Nothing else is there.
    LOOPBACK("""
            client() { "$@"; }
            server() { "$@"; }
            """),

    /// Two machines and a cable: the client is 10.8.0.1 and fd08::1, the server 10.8.0.2 and fd08::2.
    CABLE("""
            ip netns add server
            client() { "$@"; }
            server() { ip netns exec server "$@"; }
            ip link add c0 type veth peer name s0 netns server
            ip addr add 10.8.0.1/24 dev c0; ip addr add fd08::1/64 dev c0 nodad; ip link set c0 up
            server ip link set lo up
            server ip addr add 10.8.0.2/24 dev s0; server ip addr add fd08::2/64 dev s0 nodad; server ip link set s0 up
            """),

    /// A router between two networks: the client is 10.1.0.2 behind 10.1.0.1, the server 10.2.0.2 behind 10.2.0.1.
    ROUTED("""
            ip netns add router; ip netns add server
            client() { "$@"; }
            router() { ip netns exec router "$@"; }
            server() { ip netns exec server "$@"; }
            ip link add c0 type veth peer name c1 netns router
            ip link add s0 netns server type veth peer name s1 netns router
            ip addr add 10.1.0.2/24 dev c0; ip link set c0 up
            router ip link set lo up; server ip link set lo up
            router ip addr add 10.1.0.1/24 dev c1; router ip link set c1 up
            router ip addr add 10.2.0.1/24 dev s1; router ip link set s1 up
            server ip addr add 10.2.0.2/24 dev s0; server ip link set s0 up
            router sysctl -qw net.ipv4.ip_forward=1 net.ipv4.icmp_ratelimit=0
            ip route add default via 10.1.0.1
            server ip route add default via 10.2.0.1
            """);

    private final String setUp;

    Site(String setUp) {
        this.setUp = setUp;
    }

    String setUp() {
        return setUp;
    }
}
