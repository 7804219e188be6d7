package dev.lifeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.linux.ChildJvm;
import dev.lifeline.linux.Refusing;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Where calls are refused or files hidden, the sources say why they are not there, and the trace works without them.
@EnabledOnOs(value = OS.LINUX, disabledReason = "seccomp(2) and /proc are Linux'")
class HinderedTest {

    private static void traced(List<String> said) {
        assertTrue(said.contains("took part: application calls"), said::toString);
        assertTrue(said.contains("client ORDERLY") && said.contains("server ORDERLY"), said::toString);
    }

    private static String of(String source, List<String> said) {
        return said.stream().filter(line -> line.startsWith(source + ":") || line.startsWith(source + " not:")).findFirst()
                .orElseThrow(() -> new AssertionError(said));
    }

    private static List<String> refused(String... calls) throws Exception {
        List<String> said = ChildJvm.run(Refusing.calls(calls), List.of(ChildJvm.NATIVE_ACCESS, "-XX:-UsePerfData"), Hindered.class);
        traced(said);
        return said;
    }

    @Test
    void withoutNetlink() throws Exception {
        List<String> said = refused("SOCKET,0=16");

        assertEquals("route not: the kernel, or a filter before it, refuses a netlink socket: socket: EPERM", of("route", said));
        assertEquals("sockdiag not: a seccomp filter (of the container, or RestrictAddressFamilies= of systemd) or a security module "
                + "refuses netlink sockets: socket: EPERM", of("sockdiag", said));
        assertTrue(said.contains("took part: descriptors"), said::toString);
    }

    @Test
    void withoutOptions() throws Exception {
        // SO_RCVTIMEO of netlink sockets, IPV6_RECVERR and TCP_SAVE_SYN of the traced ones: the JDK sets none of them.
        List<String> said = refused("SETSOCKOPT,1=1,2=20", "SETSOCKOPT,1=41,2=25", "SETSOCKOPT,1=6,2=27");

        assertEquals("route not: the kernel, or a filter before it, refuses a netlink socket: setsockopt: EPERM", of("route", said));
        assertTrue(of("sockdiag", said).endsWith("setsockopt: EPERM"), said::toString);
        assertEquals("descriptors: sockets found by inode, no SYNs kept, no ICMP errors queued", of("descriptors", said));
    }

    @Test
    void withoutSharedMemory() throws Exception {
        List<String> said = refused("MMAP,2=3,3=1");

        assertTrue(said.contains("took part: sockdiag"), said::toString);
    }

    /// The JDK itself makes no selector without it.
    @Test
    void withoutLimits() throws Exception {
        List<String> said = ChildJvm.run(Refusing.calls("PRLIMIT64"), List.of(ChildJvm.NATIVE_ACCESS), Hindered.class, "probe");

        assertEquals("descriptors: sockets found by inode, SYNs kept, ICMP errors queued", of("descriptors", said));
        assertTrue(of("sockdiag", said).startsWith("sockdiag: INET_DIAG answers"), said::toString);
    }

    @Test
    void withoutProc() throws Exception {
        assumeTrue(ChildJvm.isRoot(), "only root can hide /proc in a mount namespace");
        // Without /proc the JVM's own libraries are not found beside it.
        List<String> hidden = List.of("unshare", "-m", "sh", "-c", "mount -t tmpfs none /proc && LD_LIBRARY_PATH="
                + Path.of(System.getProperty("java.home"), "lib") + " exec \"$@\"", "sh");
        List<String> said = ChildJvm.run(hidden, List.of(ChildJvm.NATIVE_ACCESS), Hindered.class);

        traced(said);
        assertEquals("descriptors: sockets found by inode, SYNs kept, ICMP errors queued", of("descriptors", said));
        assertTrue(of("sockdiag", said).startsWith("sockdiag: INET_DIAG answers"), said::toString);
    }
}
