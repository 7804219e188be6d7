package dev.lifeline.observe.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ProcessRightsTest {

    private static ProcessRights of(String status, String container) throws IOException {
        return ProcessRights.read(new BufferedReader(new StringReader(status)), false, container);
    }

    @Test
    void rootInAContainerWithAFilterAndTheUsualCapabilities() throws IOException {
        ProcessRights docker = of("Name:\tjava\nUid:\t0\t0\t0\t0\nCapEff:\t00000000a80425fb\nCapBnd:\t00000000a80425fb\nNoNewPrivs:\t0\nSeccomp:\t2\n",
                "docker");
        assertEquals(new ProcessRights(0, 0xa80425fbL, 0xa80425fbL, true, false, false, "docker"), docker);
        assertEquals("root, with CAP_NET_RAW, without CAP_NET_ADMIN, a seccomp filter that may refuse calls, in a container (docker)",
                docker.text());
    }

    @Test
    void anOrdinaryUserHasNone() throws IOException {
        ProcessRights user = of("Uid:\t1000\t1000\t1000\t1000\nCapEff:\t0000000000000000\nSeccomp:\t0\n", null);
        assertEquals("user 1000, without CAP_NET_RAW, without CAP_NET_ADMIN, no seccomp filter, no sign of a container", user.text());
    }

    @Test
    void whatMakesSudoVoidIsSaid() throws IOException {
        ProcessRights user = of("Uid:\t1000\t1000\t1000\t1000\nNoNewPrivs:\t1\n", null);
        assertEquals("user 1000, without CAP_NET_RAW, without CAP_NET_ADMIN, no seccomp filter, sudo and su have no effect (no_new_privs), "
                + "no sign of a container", user.text());
    }

    @Test
    void thisProcessHasSome() {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")), "only Linux says it in /proc");
        assertNotNull(ProcessRights.ofThisProcess());
    }
}
