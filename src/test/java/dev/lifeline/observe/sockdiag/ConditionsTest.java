package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The same under the conditions of other machines: no privilege, no IPv6, no native access.
@EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
class ConditionsTest {

    private static final String ACCESS = "--enable-native-access=ALL-UNNAMED";
    private static final List<String> ALL_SEEN = List.of("server ESTABLISHED inode none", "stuck in SYN_SENT", "last words");

    @TempDir
    private Path folder;

    @Test
    void withoutPrivilege() throws Exception {
        assumeTrue(isRoot(), "only root can start a process of another user");
        for (Path each = Path.of(location(OtherProcess.class)); each != null; each = each.getParent()) {
            assumeTrue(Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE),
                    each + " is closed to other users, so they cannot load the classes");
        }
        seesAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs"), ACCESS);
    }

    @Test
    void withSocketsOfIpv4Only() throws Exception {
        seesAll(List.of(), ACCESS, "-Djava.net.preferIPv4Stack=true");
    }

    @Test
    void inANamespaceWithoutIpv6() throws Exception {
        assumeTrue(isRoot(), "only root can make a network namespace here");
        seesAll(List.of("unshare", "-n", "sh", "-c", "ip link set lo up"
                + " && echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6 && exec \"$@\"", "sh"), ACCESS,
                "-Djava.net.preferIPv6Addresses=system");
    }

    @Test
    void inANamespaceWithoutLoopback() throws Exception {
        assumeTrue(isRoot(), "only root can make a network namespace here");
        List<String> said = run(List.of("unshare", "-n"), ACCESS);

        assertTrue(said.getFirst().startsWith("unavailable: no connection over loopback"), said::toString);
        assertTrue(said.getFirst().endsWith("enable: sudo ip link set lo up"), said::toString);
    }

    @Test
    void withoutNativeAccess() throws Exception {
        List<String> said = run(List.of(), "--illegal-native-access=deny");

        assertEquals(List.of("unavailable: this JVM was started without native access; enable: start Java with " + ACCESS), said);
    }

    private void seesAll(List<String> wrapper, String... options) throws IOException, InterruptedException {
        List<String> said = run(wrapper, options);

        assertTrue(said.getFirst().startsWith("available: INET_DIAG answers; tcp_info of "), said::toString);
        assertEquals(ALL_SEEN, said.subList(1, said.size()));
    }

    private List<String> run(List<String> wrapper, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath(), OtherProcess.class.getName()));
        File out = folder.resolve("out").toFile();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end");
        }
        return Files.readAllLines(out.toPath());
    }

    private static String classPath() {
        return location(OtherProcess.class) + File.pathSeparator + location(SockDiagSource.class);
    }

    private static String location(Class<?> one) {
        return Path.of(URI.create(one.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
    }

    private static boolean isRoot() throws IOException {
        return Files.getOwner(Path.of("/proc/self")).getName().equals("root");
    }
}
