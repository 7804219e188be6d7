package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.linux.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The same under the conditions of other machines: no privilege, no IPv6, no native access.
@EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
class ConditionsTest {

    private static final List<String> ALL_SEEN = List.of("server ESTABLISHED inode none", "stuck in SYN_SENT", "last words");

    @Test
    void withoutPrivilege() throws Exception {
        assumeTrue(ChildJvm.isRoot(), "only root can start a process of another user");
        for (Path each = ChildJvm.classes(OtherProcess.class); each != null; each = each.getParent()) {
            assumeTrue(Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE),
                    each + " is closed to other users, so they cannot load the classes");
        }
        seesAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs"), ChildJvm.NATIVE_ACCESS);
    }

    @Test
    void withSocketsOfIpv4Only() throws Exception {
        seesAll(List.of(), ChildJvm.NATIVE_ACCESS, "-Djava.net.preferIPv4Stack=true");
    }

    @Test
    void inANamespaceWithoutIpv6() throws Exception {
        assumeTrue(ChildJvm.isRoot(), "only root can make a network namespace here");
        seesAll(List.of("unshare", "-n", "sh", "-c", "ip link set lo up"
                + " && echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6 && exec \"$@\"", "sh"), ChildJvm.NATIVE_ACCESS,
                "-Djava.net.preferIPv6Addresses=system");
    }

    @Test
    void inANamespaceWithoutLoopback() throws Exception {
        assumeTrue(ChildJvm.isRoot(), "only root can make a network namespace here");
        List<String> said = run(List.of("unshare", "-n"), ChildJvm.NATIVE_ACCESS);

        assertTrue(said.getFirst().startsWith("unavailable: no connection over loopback"), said::toString);
        assertTrue(said.getFirst().endsWith("enable: ip link set lo up"), said::toString);
    }

    /// Such a connect goes on for two minutes.
    @Test
    void whereConnectionsOverLoopbackAreDropped() throws Exception {
        assumeTrue(ChildJvm.isRoot(), "only root can make a network namespace here");
        List<String> dropping = List.of("unshare", "-n", "sh", "-c", "ip link set lo up"
                + " && echo 0 > /proc/sys/net/ipv4/conf/lo/disable_policy"
                + " && ip xfrm policy add dst 127.0.0.1/32 dir in action block && exec \"$@\"", "sh");
        List<String> attempt = new ArrayList<>(dropping);
        attempt.add("true");
        assumeTrue(ChildJvm.run(attempt).exit() == 0, "this kernel has no IPsec policies, which drop packets without a word");
        List<String> said = run(dropping, ChildJvm.NATIVE_ACCESS);

        assertEquals(List.of("unavailable: no connection over loopback to try it on: no answer within 300 ms; enable: "
                + "let the firewall pass connections over lo"), said);
    }

    @Test
    void withoutNativeAccess() throws Exception {
        List<String> said = run(List.of(), "--illegal-native-access=deny");

        assertEquals(List.of("unavailable: this JVM was started without native access; enable: start Java with "
                + ChildJvm.NATIVE_ACCESS), said);
    }

    private static void seesAll(List<String> wrapper, String... options) throws IOException, InterruptedException {
        List<String> said = run(wrapper, options);

        assertTrue(said.getFirst().startsWith("available: INET_DIAG answers; tcp_info of "), said::toString);
        assertEquals(ALL_SEEN, said.subList(1, said.size()));
    }

    private static List<String> run(List<String> before, String... options) throws IOException, InterruptedException {
        return ChildJvm.run(before, List.of(options), OtherProcess.class);
    }
}
