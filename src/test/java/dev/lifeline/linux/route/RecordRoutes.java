package dev.lifeline.linux.route;

import dev.lifeline.linux.netlink.NetlinkReply;
import dev.lifeline.linux.netlink.NetlinkSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// Records what this kernel says of routes and interfaces, for the tests of the decoder. Started by hand in a network namespace of its own:
/// the folder of the hex files is the first argument, and then come a name and a destination in turn.
///
/// ```
/// unshare -n sh -c 'ip link set lo up
///   ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up
///   ip addr add 192.0.2.1/24 dev v0; ip -6 addr add 2001:db8:9::1/64 dev v0 nodad
///   ip route add 203.0.113.0/24 via 192.0.2.9 mtu 1300 table 1000; ip rule add to 203.0.113.0/24 lookup 1000
///   ip route add 198.51.100.0/24 via inet6 fe80::9 dev v0 src 192.0.2.1
///   ip -6 route add 2001:db8:5::/48 via 2001:db8:9::9 mtu 1400
///   java … dev.lifeline.linux.route.RecordRoutes FOLDER local 127.0.0.1 local-ipv6 ::1 on-link 192.0.2.7 gateway 203.0.113.5 \
///     gateway-ipv6 2001:db8:5::1 via-ipv6 198.51.100.9'
/// ```
final class RecordRoutes {

    private static final String KERNEL = System.getProperty("os.version").replaceFirst("^(\\d+\\.\\d+).*", "linux-$1-");

    private RecordRoutes() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (NetlinkSocket netlink = NetlinkSocket.open(NetlinkSocket.ROUTE, 0, 1_000_000_000)) {
            for (int i = 1; i < arguments.length; i += 2) {
                InetAddress destination = InetAddress.ofLiteral(arguments[i + 1]);
                write(folder, arguments[i], netlink.request(RouteMessage.request(destination, 80, null), 1));
            }
            write(folder, "link-lo", netlink.request(NetworkLink.request(1), 1));
        }
    }

    private static void write(Path folder, String name, NetlinkReply reply) throws IOException {
        ByteBuffer payload = ((NetlinkReply.Answered) reply).messages().getFirst().payload();
        byte[] bytes = new byte[payload.limit()];
        payload.get(0, bytes);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length; at += 32) {
            text.append(HexFormat.of().formatHex(bytes, at, Math.min(at + 32, bytes.length))).append('\n');
        }
        Files.writeString(folder.resolve(KERNEL + name + ".hex"), text);
    }
}
