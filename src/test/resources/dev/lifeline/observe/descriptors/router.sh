#!/bin/sh
# In a network namespace of its own: a host with one neighbour, a router in a second namespace that refuses to forward.
# What is given as arguments runs on the host. Both namespaces end with their processes.
set -e
ip link set lo up
sysctl -qw net.ipv6.conf.default.accept_dad=0
mkfifo "$1/ready"
unshare -n sh -c 'echo up > "$0"; exec sleep 60' "$1/ready" &
router=$!
trap 'kill $router' EXIT
read -r _ < "$1/ready"
shift
there() { nsenter -t $router -n "$@"; }

there sysctl -qw net.ipv6.conf.default.accept_dad=0
ip link add lifeline-host type veth peer name lifeline-rtr
ip link set lifeline-rtr netns $router
ip addr add 10.9.0.1/24 dev lifeline-host
ip addr add fd09::1/64 dev lifeline-host nodad
ip link set lifeline-host up
there ip link set lo up
there ip addr add 10.9.0.2/24 dev lifeline-rtr
there ip addr add fd09::2/64 dev lifeline-rtr nodad
there ip link set lifeline-rtr up
# Without the limits the same router would answer only the first of several SYNs in time.
there sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1 net.ipv4.icmp_ratelimit=0 net.ipv6.icmp.ratelimit=0
there ip route add unreachable 10.10.1.0/24
there ip route add prohibit 10.10.2.0/24
there ip -6 route add unreachable fd11::/64
there ip -6 route add prohibit fd12::/64
ip route add default via 10.9.0.2
ip -6 route add default via fd09::2
"$@"
