package dev.lifeline.observe.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class EnablingTest {

    private static final long ALL = 0x1fffffffffL;
    private static final long NO_NET_RAW = ALL & ~(1L << 13);

    private static ProcessRights user(long bounding, boolean fixed, String container) {
        return new ProcessRights(1000, 0, bounding, false, fixed, false, container);
    }

    private static ProcessRights root(long both, String container) {
        return new ProcessRights(0, both, both, false, false, false, container);
    }

    private static Enabling here(ProcessRights rights, boolean sudo, boolean su) {
        return new Enabling(rights, "/opt/lifeline/scripts/trace", sudo, su, "apt-get install");
    }

    private static String packets(ProcessRights rights, boolean sudo, boolean su) {
        return here(rights, sudo, su).with(Right.NET_RAW, "connect HOST:PORT");
    }

    @Test
    void anOrdinaryUserBecomesRootByWhatIsThere() {
        assertEquals("sudo /opt/lifeline/scripts/trace connect HOST:PORT", packets(user(ALL, false, null), true, true));
        assertEquals("su -c '/opt/lifeline/scripts/trace connect HOST:PORT'", packets(user(ALL, false, null), false, true));
        assertEquals("as root: /opt/lifeline/scripts/trace connect HOST:PORT", packets(user(ALL, false, null), false, false));
        assertEquals("as root: /opt/lifeline/scripts/trace connect HOST:PORT", packets(user(ALL, true, null), true, true));
        assertEquals("docker run --user 0 ...", packets(user(ALL, false, "docker"), false, true));
    }

    @Test
    void rootInAContainerGetsTheCapabilityFromOutside() {
        assertEquals("docker run --cap-add NET_RAW ...", packets(root(NO_NET_RAW, "docker"), true, true));
        assertEquals("podman run --cap-add NET_RAW ...", packets(user(NO_NET_RAW, false, "podman"), true, true));
        assertEquals("where the container is described: give it CAP_NET_RAW", packets(root(NO_NET_RAW, "kubernetes"), true, true));
        assertEquals("start it from a process that has CAP_NET_RAW in its bounding set, where this has not", packets(root(NO_NET_RAW, null), true, true));
    }

    @Test
    void rootNeedsNoSudo() {
        assertEquals("ip link set lo up", here(root(ALL, null), true, true).asRoot("ip link set lo up"));
        assertEquals("apt-get install iproute2", here(root(ALL, null), true, true).install("iproute2"));
        assertEquals("sudo apt-get install iproute2", here(user(ALL, false, null), true, true).install("iproute2"));
        assertEquals("install iproute2", new Enabling(root(ALL, null), "trace", true, true, null).install("iproute2"));
    }

    @Test
    void aParameterIsSetWhereItCanBe() {
        String key = "net.no.such_key";
        assertEquals("sudo sysctl -w " + key + "=0", here(user(ALL, false, null), true, true).sysctl(key, "0"));
        assertEquals("docker run --sysctl " + key + "=0 ...", here(root(ALL, "docker"), true, true).sysctl(key, "0"));
        assertEquals("on the host: sudo sysctl -w user.no_such_key=1", here(root(ALL, "docker"), true, true).sysctl("user.no_such_key", "1"));
    }

    @Test
    void theLauncherIsGivenQuotedOrJavaItself() {
        assertEquals("/opt/life/scripts/trace", Enabling.launcher("/opt/x/../life/scripts/trace", "x.jar", "/jdk"));
        assertEquals("'/opt/my life/scripts/trace'", Enabling.launcher("/opt/my life/scripts/trace", "x.jar", "/jdk"));
        assertEquals("/jdk/bin/java -jar /opt/x.jar", Enabling.launcher(null, "/opt/x.jar", "/jdk"));
        assertEquals("trace", Enabling.launcher(null, "a.jar:b.jar", "/jdk"));
    }

    @Test
    void aScriptLiesBesideTheLauncher() {
        assertEquals("/opt/lifeline/scripts/packet-runtime", here(null, true, true).script("packet-runtime"));
        assertNull(new Enabling(null, "/jdk/bin/java -jar x.jar", true, true, null).script("packet-runtime"));
    }
}
