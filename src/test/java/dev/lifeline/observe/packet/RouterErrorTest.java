package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.linux.ChildJvm;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.PacketEvent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two network namespaces of the test's own, with a cable between them: in one the client, in the other a router that knows no
/// way to one network, and on which nothing listens.
class RouterErrorTest {

    /// The outer shell is the router; the inner one makes the cable, sets up both ends, and becomes the client.
    private static final String CLIENT = """
            set -e; router=$1; shift; on_router="nsenter -t $router -n"
            ip link set lo up
            ip link add cable type veth peer name plug netns $router
            ip addr add 10.8.0.1/24 dev cable
            $on_router ip addr add 10.8.0.2/24 dev plug
            ip link set cable up
            $on_router ip link set plug up
            $on_router sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward'
            $on_router ip route add unreachable 10.9.9.0/24
            ip route add default via 10.8.0.2
            exec "$@"
            """;

    @Test
    void whatLeavesAndWhatComesBackOverAnInterface() throws Exception {
        assumeTrue(ChildJvm.isRoot(), "a network namespace with a cable is made by root");
        List<String> said = ChildJvm.run(List.of("unshare", "-n", "sh", "-c",
                "client=$1; shift; unshare -n sh -c \"$client\" client $$ \"$@\"", "router", CLIENT),
                List.of(ChildJvm.NATIVE_ACCESS), Connecting.class);

        assertEquals(List.of("CLIENT SYN 10.8.0.1 → 10.9.9.9 by cable, outgoing",
                "ERROR host unreachable from 10.8.0.2 about 10.8.0.1 → 10.9.9.9 by cable",
                "CLIENT SYN 10.8.0.1 → 10.8.0.2 by cable, outgoing", "SERVER RST 10.8.0.2 → 10.8.0.1 by cable"), said);
    }

    /// The traced client.
    static final class Connecting {
        private Connecting() {
        }

        public static void main(String[] none) throws Exception {
            for (String address : List.of("10.9.9.9", "10.8.0.2")) {
                try (LiveCapture run = new LiveCapture(Mode.CLIENT, 7009)) {
                    run.connect(1, new InetSocketAddress(InetAddress.ofLiteral(address), 7009), 5000);
                    run.end().forEach(Connecting::say);
                }
            }
        }

        private static void say(TraceEvent event) {
            if (event.body() instanceof PacketEvent.SegmentSeen seen) {
                System.out.println(seen.from() + " " + TcpFlags.name(seen.flags()) + " " + seen.flow().local().address() + " → "
                        + seen.flow().remote().address() + " by " + seen.packet().device() + (seen.packet().outgoing()
                        ? ", outgoing" : ""));
            } else if (event.body() instanceof PacketEvent.ErrorSeen seen) {
                System.out.println("ERROR " + seen.meaning() + " from " + seen.offender() + " about " + seen.about().local()
                        .address()
                        + " → " + seen.about().remote().address() + " by " + seen.packet().device());
            }
        }
    }
}
