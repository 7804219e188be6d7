package dev.lifeline.observe.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.name.EaiCode;
import dev.lifeline.linux.name.NameAnswer;
import dev.lifeline.linux.route.Namespace;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.observe.Availability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The C library's resolver against a DNS server of the test's own, in a namespace with its own `/etc`: no question gets out.
@EnabledOnOs(value = OS.LINUX, disabledReason = "native look-ups are Linux's here")
class SystemNamesTest {

    @TempDir
    private Path folder;

    private List<String> asked(String services, String... hosts) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("nsswitch.conf"), "hosts: " + services + "\n");
        Files.writeString(folder.resolve("resolv.conf"), "nameserver " + AskNames.SERVER + "\noptions timeout:1 attempts:1\n");
        Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n192.0.2.77 listed.example by-name\n");
        StringBuilder setUp = new StringBuilder("ip addr add " + AskNames.SERVER + "/24 dev lo");
        for (String file : List.of("nsswitch.conf", "resolv.conf", "hosts")) {
            setUp.append("; mount --bind '").append(folder.resolve(file)).append("' /etc/").append(file);
        }
        return Namespace.run(setUp.toString(), AskNames.class, hosts);
    }

    @Test
    void theCodeOfEachKindOfAnswerIsExactAndTheTextIsTheJdks() throws Exception {
        assertEquals(List.of("missing.example: ENOTFOUND", "empty.example: EAI_NODATA", "broken.example: EAI_AGAIN",
                "refused.example: EAI_AGAIN", "silent.example: EAI_AGAIN"), asked("files dns", "missing.example", "empty.example",
                "broken.example", "refused.example", "silent.example"));
    }

    @Test
    void whatDnsSaidIsKnownToBeDnsWhereNothingElseIsAsked() throws Exception {
        assertEquals(List.of("four.example: 192.0.2.10, four.example, DNS",
                "alias.example: 192.0.2.10 2001:db8::10, canonical.example, DNS",
                "by-name: 192.0.2.77, listed.example, DNS",
                // The JDK takes this spelling for none at all; every other program connects.
                "0x7f.1: 127.0.0.1, 0x7f.1, LITERAL, not the JDK's"),
                asked("files dns", "four.example", "alias.example", "by-name", "0x7f.1"));
    }

    @Test
    void whatDnsSaidIsNotKnownToBeDnsWhereAnotherServiceIsAsked() throws Exception {
        assertEquals(List.of("four.example: 192.0.2.10, four.example, RESOLVER"), asked("files myhostname dns", "four.example"));
    }

    @ParameterizedTest
    @CsvSource({"-2, 0, ENOTFOUND", "-3, 0, EAI_AGAIN", "-4, 0, EAI_FAIL", "-5, 0, EAI_NODATA", "-6, 0, EAFNOSUPPORT", "-9, 0, EAI_NODATA",
        "-10, 0, ENOMEM", "-11, 24, EMFILE", "-11, 13, EACCES", "-11, 9999, UNKNOWN", "-1, 0, UNKNOWN", "-12, 0, UNKNOWN", "7, 0, UNKNOWN"})
    void eachNumberHasItsCode(int number, int errno, ErrorCode code) {
        Errno reason = errno == 0 ? null : new Errno(errno);
        assertEquals(code, EaiMeaning.of(new NameAnswer.Failed(new EaiCode(number), "text", reason)));
    }

    @Test
    void theProbeLooksUpLocalhost() {
        NameSource source = new NameSource();
        String gives = assertInstanceOf(Availability.Available.class, source.probe()).gives();
        assertTrue(gives.startsWith("localhost: "), gives);
        assertTrue(gives.contains("127.0.0.1") || gives.contains("::1"), gives);
        assertEquals("getaddrinfo", source.name());
        assertEquals(Evidence.APPLICATION, source.grade());
    }

    @Test
    void aJvmWithoutNativeAccessSaysSo() throws Exception {
        assertEquals(List.of("Unavailable[reason=this JVM was started without native access, "
                + "enable=start Java with --enable-native-access=ALL-UNNAMED]"),
                Namespace.withoutNativeAccess(Probe.class));
    }

    /// Writes what the source says of itself.
    static final class Probe {
        private Probe() {
        }

        public static void main(String[] arguments) {
            System.out.println(new NameSource().probe());
        }
    }
}
