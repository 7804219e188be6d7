package dev.lifeline.observe.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopbackRemedyTest {

    private static final Enabling USER = new Enabling(new ProcessRights(1000, 0, -1, false, false, false, null), "trace", true, true, null);

    @TempDir
    private Path parameters;

    private void set(String device, String value) throws IOException {
        Path folder = Files.createDirectories(parameters.resolve("net/ipv6/conf").resolve(device));
        Files.writeString(folder.resolve("disable_ipv6"), value + "\n");
        Files.createDirectories(parameters.resolve("net/ipv4"));
    }

    @Test
    void anInterfaceThatIsDownIsBroughtUp() throws IOException {
        assertNull(LoopbackRemedy.of(false, true, parameters, USER), "elsewhere lo is no name");
        Files.createDirectories(parameters.resolve("net/ipv4"));
        assertEquals("sudo ip link set lo up", LoopbackRemedy.of(false, true, parameters, USER));
    }

    @Test
    void theParameterThatIsSetIsNamed() throws IOException {
        set("lo", "1");
        set("all", "1");
        assertEquals("sudo sysctl -w net.ipv6.conf.lo.disable_ipv6=0", LoopbackRemedy.of(true, false, parameters, USER));
        set("lo", "0");
        assertEquals("sudo sysctl -w net.ipv6.conf.all.disable_ipv6=0", LoopbackRemedy.of(true, false, parameters, USER));
        set("all", "0");
        assertNull(LoopbackRemedy.of(true, false, parameters, USER));
    }

    @Test
    void aKernelWithoutIpv6IsNoMatterOfParameters() throws IOException {
        Files.createDirectories(parameters.resolve("net/ipv4"));
        assertTrue(LoopbackRemedy.of(true, false, parameters, USER).contains("ipv6.disable=1"));
        assertNull(LoopbackRemedy.of(false, false, parameters, USER));
    }
}
