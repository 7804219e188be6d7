package dev.lifeline.observe.descriptors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.linux.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Real ICMP messages of a real router, in network namespaces of their own.
@Timeout(60)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class ErrorOriginTest {

    @TempDir
    private Path folder;

    /// Root makes a network namespace; others need a user namespace too, which some machines forbid.
    private static String namespace() throws IOException, InterruptedException {
        for (String way : List.of("-n", "-Urn")) {
            if (ChildJvm.run(List.of("unshare", way, "sh", "-c", "ip link set lo up")).exit() == 0) {
                return way;
            }
        }
        assumeTrue(false, "this user may not make a network namespace");
        return "";
    }

    private List<String> connecting(String... addresses) throws Exception {
        Path script = folder.resolve("router.sh");
        Files.copy(ErrorOriginTest.class.getResourceAsStream("router.sh"), script);
        return ChildJvm.run(List.of("unshare", namespace(), "sh", script.toString(), folder.toString()),
                List.of(ChildJvm.NATIVE_ACCESS), UnreachableClient.class, addresses);
    }

    @Test
    void whoSaidNoIsTheRouter() throws Exception {
        assertEquals("""
                10.10.1.5 EHOSTUNREACH; attempt 1: 10.9.0.2 3/1 host unreachable; 0 left open
                10.10.2.5 EHOSTUNREACH; attempt 1: 10.9.0.2 3/13 communication administratively prohibited; 0 left open
                fd11::5 ENETUNREACH; attempt 1: fd09::2 1/0 no route to destination; 0 left open
                fd12::5 EACCES; attempt 1: fd09::2 1/1 communication administratively prohibited; 0 left open
                10.9.0.2 ECONNREFUSED; 0 left open
                fd12::5+10.10.1.5 EHOSTUNREACH; attempt 1: fd09::2 1/1 communication administratively prohibited; attempt 2: \
                10.9.0.2 3/1 host unreachable; 0 left open
                """.lines().toList(),
                connecting("10.10.1.5", "10.10.2.5", "fd11::5", "fd12::5", "10.9.0.2", "fd12::5+10.10.1.5"));
    }

    /// Nobody answers the question for its link address, so this host itself is the one that says no.
    @Test
    void aNeighbourThatIsNotThereIsReportedByThisHost() throws Exception {
        assertEquals(List.of("10.9.0.77 EHOSTUNREACH; attempt 1: 10.9.0.1 3/1 host unreachable; 0 left open"),
                connecting("10.9.0.77"));
    }
}
