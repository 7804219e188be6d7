package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.linux.ChildJvm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What the program says of real networks: two namespaces of the test's own with a cable between them. In one it runs, with two
/// addresses, 10.8.0.1 and 10.8.0.3; the other is a router, 10.8.0.2.
@Timeout(60)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class NetworkVerdictsTest {

    /// The outer shell is the router; the inner one makes the cable, sets up both ends, and becomes the client.
    private static final String CLIENT = """
            set -e; router=$1; shift; on_router="nsenter -t $router -n"
            ip link set lo up
            ip link add cable type veth peer name plug netns $router
            ip addr add 10.8.0.1/24 dev cable
            ip addr add 10.8.0.3/24 dev cable
            $on_router ip addr add 10.8.0.2/24 dev plug
            ip link set cable up
            $on_router ip link set plug up
            $on_router sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward'
            $on_router ip route add prohibit 10.9.9.0/24
            ip route add default via 10.8.0.2
            ip route add prohibit 10.9.6.0/24
            ip route add blackhole 10.9.7.0/24
            exec "$@"
            """;

    @Test
    void aClosedPortAtASecondAddressOfThisMachine() throws Exception {
        says("connect 10.8.0.3:9", "Connect to 10.8.0.3:9, on this machine, was refused", "has no listener of that port at any address",
                "Next: ss -ltn");
    }

    @Test
    void aNeighbourThatDoesNotAnswer() throws Exception {
        says("connect 10.8.0.99:80 --timeout 1500ms", "The kernel's timer for the SYN ran out once, and nothing was sent.",
                "Next: ip neigh show 10.8.0.99");
    }

    @Test
    void aSourceThatDoesNotGoWithTheDestination() throws Exception {
        says("connect 10.9.1.1:80 --source 127.0.0.1", "This machine does not send from 127.0.0.1 to 10.9.1.1",
                "the kernel of this machine refuses; without a source it answers a route of the type unicast.",
                "refused from 127.0.0.1; without it via 10.8.0.2", "Next: ip -brief address");
        says("connect 10.9.7.1:80 --source 10.8.0.3", "A blackhole route of this machine takes in all that goes to 10.9.7.1.");
    }

    @Test
    void anAddressOfManyIsNoPlaceToConnectTo() throws Exception {
        says("connect 10.8.0.255:80", "10.8.0.255 is a broadcast address here", "is a route of the type broadcast");
        says("connect 224.0.0.5:80", "224.0.0.5 is a multicast address", "is a route of the type multicast");
    }

    @Test
    void aRouteThatForbidsIsNoBroadcastAddress() throws Exception {
        says("connect 10.9.6.1:80", "Happened: A route of the type prohibit of this machine forbids 10.9.6.1. Proved:");
    }

    @Test
    void aRouterThatForbidsSaysSoByItsCode() throws Exception {
        says("connect 10.9.9.1:80", "It came in the name of 10.8.0.2, which is not the target, and its code says that a rule "
                + "there forbids this", "whoever runs 10.8.0.2 can say.", "Next: tracepath -n 10.9.9.1");
    }

    /// @param words what the text holds, wherever its lines break
    private static void says(String line, String... words) throws Exception {
        String text = trace(line);
        assertAll(List.of(words).stream().map(each -> () -> assertTrue(text.contains(each), text)));
    }

    private static String trace(String line) throws Exception {
        assumeTrue(ChildJvm.isRoot(), "a network namespace with a cable is made by root");
        List<String> command = new ArrayList<>(List.of("unshare", "-n", "sh", "-c",
                "client=$1; shift; unshare -n sh -c \"$client\" client $$ \"$@\"", "router", CLIENT));
        command.addAll(Child.trace((line + " --view plain --detail deep").split(" ")));
        return ChildJvm.run(command).text().replaceAll("\\s+", " ");
    }
}
