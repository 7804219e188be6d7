package dev.lifeline.observe.descriptors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

    private String output(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        try {
            assertTrue(process.waitFor(50, TimeUnit.SECONDS), "it did not end in time");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readString(out);
    }

    /// Root makes a network namespace; others need a user namespace too, which some machines forbid.
    private List<String> namespace() throws IOException, InterruptedException {
        for (List<String> way : List.of(List.of("unshare", "-n"), List.of("unshare", "-Urn"))) {
            List<String> trial = new ArrayList<>(way);
            trial.addAll(List.of("sh", "-c", "ip link set lo up && echo works"));
            if (output(trial).equals("works\n")) {
                return way;
            }
        }
        assumeTrue(false, "this user may not make a network namespace");
        return List.of();
    }

    private String connecting(String... addresses) throws Exception {
        List<String> command = new ArrayList<>(namespace());
        Path script = folder.resolve("router.sh");
        Files.copy(ErrorOriginTest.class.getResourceAsStream("router.sh"), script);
        command.addAll(List.of("sh", script.toString(), folder.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath(), UnreachableClient.class.getName()));
        command.addAll(List.of(addresses));
        return output(command);
    }

    /// Main and test classes, wherever they were compiled to.
    private static String classPath() throws Exception {
        return Path.of(DescriptorSource.class.getProtectionDomain().getCodeSource().getLocation().toURI()) + File.pathSeparator
                + Path.of(UnreachableClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
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
                """, connecting("10.10.1.5", "10.10.2.5", "fd11::5", "fd12::5", "10.9.0.2", "fd12::5+10.10.1.5"));
    }

    /// Nobody answers the question for its link address, so this host itself is the one that says no.
    @Test
    void aNeighbourThatIsNotThereIsReportedByThisHost() throws Exception {
        assertEquals("10.9.0.77 EHOSTUNREACH; attempt 1: 10.9.0.1 3/1 host unreachable; 0 left open\n", connecting("10.9.0.77"));
    }
}
