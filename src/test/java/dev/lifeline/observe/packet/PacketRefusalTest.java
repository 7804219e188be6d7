package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import dev.lifeline.observe.Tracing;
import dev.lifeline.observe.portable.Enabling;
import dev.lifeline.observe.portable.ProcessRights;
import org.junit.jupiter.api.Test;

class PacketRefusalTest {

    private static final NativeException EPERM = NativeException.failed("socket", new Errno(Errno.EPERM));
    private static final long ALL = 0x1fffffffffL;
    private static final String TRACE = "/opt/lifeline/scripts/trace";

    private static String enable(ProcessRights rights, boolean sandbox) {
        return enable(rights, Tracing.SERVED, sandbox);
    }

    private static String enable(ProcessRights rights, Tracing tracing, boolean sandbox) {
        return PacketRefusal.enable(EPERM, new Enabling(rights, TRACE, true, true, null), tracing, () -> sandbox);
    }

    @Test
    void anOrdinaryUserHasThreeWaysWhereASandboxIsToBeHad() {
        ProcessRights user = new ProcessRights(1000, 0, ALL, false, false, false, null);
        assertEquals("a packet socket needs CAP_NET_RAW (socket: EPERM)", PacketRefusal.reason(EPERM, user));
        String two = "sudo " + TRACE + " connect --serve; once for all: /opt/lifeline/scripts/packet-runtime";
        assertEquals(two + "; without root: " + TRACE + " connect --serve --sandbox", enable(user, true));
        assertEquals(two, enable(user, false));
    }

    @Test
    void whoPlaysAScenarioIsNotSentToAnotherCommand() {
        ProcessRights user = new ProcessRights(1000, 0, ALL, false, false, false, null);
        assertEquals("sudo " + TRACE + " run SCENARIO; once for all: /opt/lifeline/scripts/packet-runtime; without root: " + TRACE
                + " run SCENARIO --sandbox", enable(user, Tracing.PLAY, true));
    }

    /// No client of another program comes into a namespace of one's own, and no way leads out of it.
    @Test
    void aSandboxIsNamedOnlyWhereItIsAWay() {
        ProcessRights user = new ProcessRights(1000, 0, ALL, false, false, false, null);
        String always = "; once for all: /opt/lifeline/scripts/packet-runtime";
        assertEquals("sudo " + TRACE + " serve" + always, enable(user, Tracing.SERVE, true));
        assertEquals("sudo " + TRACE + " connect HOST:PORT" + always, enable(user, Tracing.CONNECT, true));
        assertEquals("sudo " + TRACE + " COMMAND" + always + "; without root: " + TRACE + " COMMAND --sandbox", enable(user, Tracing.ANY, true));
    }

    @Test
    void rootIsNotToldToUseSudo() {
        ProcessRights root = new ProcessRights(0, 0, 0, false, false, false, "docker");
        assertEquals("docker run --cap-add NET_RAW ...", enable(root, false));
    }

    @Test
    void whoHasTheCapabilityIsRefusedBySomethingElse() {
        ProcessRights filtered = new ProcessRights(0, ALL, ALL, true, false, false, "docker");
        assertEquals("CAP_NET_RAW is there and refused: a seccomp filter or a security module refuses packet sockets (socket: EPERM)",
                PacketRefusal.reason(EPERM, filtered));
        assertEquals("docker run --security-opt seccomp=unconfined ...", enable(filtered, true));
        ProcessRights unfiltered = new ProcessRights(0, ALL, ALL, false, false, false, null);
        assertTrue(PacketRefusal.reason(EPERM, unfiltered).contains("security module"));
        assertNull(enable(unfiltered, true));
    }

    @Test
    void rootOfAUserNamespaceInTheNetworkOfAnother() {
        ProcessRights nested = new ProcessRights(0, ALL, ALL, false, false, true, null);
        assertTrue(PacketRefusal.reason(EPERM, nested).contains("another user namespace"));
        assertEquals("in a namespace of its own: " + TRACE + " connect --serve --sandbox", enable(nested, true));
    }
}
