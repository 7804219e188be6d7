package dev.lifeline.play.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.linux.route.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Beside a system's resolver of the test's own, in a namespace with its own `/etc`: no question gets out.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the resolver's state per thread is glibc's")
class PrivateNamesApartTest {

    @TempDir
    private Path folder;

    private List<String> said(String services, String resolver) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("nsswitch.conf"), "hosts: " + services + "\n");
        Files.writeString(folder.resolve("resolv.conf"), resolver + "\n");
        String setUp = "ip addr add " + TwoServers.SYSTEM + "/24 dev lo; ip -6 addr add " + TwoServers.SYSTEM_SIX
                + "/64 dev lo nodad; mount --bind '" + folder.resolve("nsswitch.conf") + "' /etc/nsswitch.conf; mount --bind '"
                + folder.resolve("resolv.conf") + "' /etc/resolv.conf";
        return Namespace.run(setUp, TwoServers.class);
    }

    private static final List<String> BOTH = List.of("system before: 192.0.2.10", "private: 127.0.0.9 DNS",
            "system meanwhile: 192.0.2.10",
            "private again: 127.0.0.9 DNS", "on one thread: 127.0.0.9, then 192.0.2.10",
            "asked privately: {name.lifeline.test=6}", "system after: 192.0.2.10");

    @Test
    void everyOtherThreadKeepsTheSystemsServers() throws Exception {
        assertEquals(BOTH, said("files dns", "nameserver " + TwoServers.SYSTEM));
    }

    @Test
    void neitherOptionsNorSearchListsNorServersOfTheSystemChangeIt() throws Exception {
        assertEquals(BOTH, said("files dns myhostname", "nameserver " + TwoServers.SYSTEM + "\nnameserver 192.0.2.54\n"
                + "search lifeline.test test\noptions ndots:9 rotate edns0 single-request trust-ad timeout:3 attempts:4"));
    }

    @Test
    void aSystemWithAnIpv6ServerIsAsGood() throws Exception {
        assertEquals(BOTH, said("files dns", "nameserver " + TwoServers.SYSTEM_SIX));
    }

    @Test
    void whereTheQuestionDoesNotArriveItIsUnavailable() throws Exception {
        assertEquals(List.of("something other than DNS answers names on this machine: the question for ready.lifeline.test "
                + "did not arrive at our own server"), said("files [NOTFOUND=return] dns", "nameserver " + TwoServers.SYSTEM));
    }

    @Test
    void withoutPrivilegeItIsTheSame() throws Exception {
        String said = Namespace.withoutPrivilege(Probe.class).getFirst();
        assertEquals("Available[gives=ready.lifeline.test: 127.0.0.1 from 127.0.0.1:PORT]",
                said.replaceFirst(":\\d+]", ":PORT]"));
    }

    @Test
    void aJvmWithoutNativeAccessSaysSo() throws Exception {
        assertEquals(List.of("Unavailable[reason=this JVM was started without native access, "
                + "enable=start Java with --enable-native-access=ALL-UNNAMED]"), Namespace.withoutNativeAccess(Probe.class));
    }

    /// Writes whether it can be had.
    static final class Probe {
        private Probe() {
        }

        public static void main(String[] arguments) {
            System.out.println(PrivateNames.probe());
        }
    }
}
