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
            exec "$@"
            """;

    @Test
    void aClosedPortAtASecondAddressOfThisMachine() throws Exception {
        says("connect 10.8.0.3:9", "Connect to 10.8.0.3:9, on this machine, was refused", "Next: ss -ltn 'sport = :9'");
    }

    @Test
    void aNeighbourThatDoesNotAnswer() throws Exception {
        says("connect 10.8.0.99:80 --timeout 1500ms", "The kernel's timer for the SYN ran out once, and nothing was sent.",
                "Next: ip neigh show 10.8.0.99");
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
        command.addAll(Child.trace((line + " --view plain").split(" ")));
        return ChildJvm.run(command).text().replaceAll("\\s+", " ");
    }
}
