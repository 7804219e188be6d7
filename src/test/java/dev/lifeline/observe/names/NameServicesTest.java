package dev.lifeline.observe.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.model.event.LookupSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameServicesTest {

    private static final String NAME = "name.example";

    @TempDir
    private Path folder;

    @BeforeEach
    void ordinary() throws IOException {
        write("nsswitch.conf", "passwd: files\nhosts: files dns\n");
        write("resolv.conf", "search example\nnameserver 192.0.2.53\n");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private LookupSource source(String host) {
        return new NameServices(folder.resolve("nsswitch.conf"), folder.resolve("resolv.conf"), folder.resolve("nscd")).sourceOf(host);
    }

    private String completing(String resolver, String host, String canonical) throws IOException {
        write("resolv.conf", resolver);
        return new NameServices(folder.resolve("nsswitch.conf"), folder.resolve("resolv.conf"), folder.resolve("nscd"))
                .completing(host, canonical);
    }

    @Test
    void aSearchDomainMadeTheLongerName() throws IOException {
        String file = "search ns.example corp.test # ours\nnameserver 192.0.2.53\n";
        assertEquals("corp.test", completing(file, "api.example.com", "api.example.com.corp.test"));
        assertEquals("corp.test", completing(file, "API.example.com", "api.example.com.corp.test"));
        assertEquals("corp.test", completing("domain corp.test\n", "db", "db.corp.test"));
        assertEquals("corp.test", completing("search corp.test.\n", "db", "db.corp.test"));
    }

    /// Large networks of content have just such names: `www.example.com` is an alias of `www.example.com.edge.example`.
    @Test
    void aLongerNameAloneIsAnAlias() throws IOException {
        String file = "search corp.test\n";
        assertNull(completing(file, "www.example.com", "www.example.com.edge.example"));
        assertNull(completing(file, "www.example.com", "www.example.com"));
        assertNull(completing(file, "www.example.com", null));
        assertNull(completing(file, "www.example.com.", "www.example.com.corp.test"), "an absolute name is not made longer");
        assertNull(completing(file, "db", "dbx.corp.test"));
        assertNull(completing("#search corp.test\n", "db", "db.corp.test"));
        assertNull(completing("search corp.test\nsearch other.test\n", "db", "db.corp.test"), "the last line counts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hosts: files dns", "hosts: dns", "hosts:\tdns files # comment", "  hosts: files [NOTFOUND=continue] dns",
        "#hosts: mdns\nhosts: files [!UNAVAIL=return success=merge] dns"})
    void whereOnlyFilesAndDnsAreAskedTheRestIsDns(String line) throws IOException {
        write("nsswitch.conf", line + "\n");
        assertEquals(LookupSource.DNS, source(NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hosts: files", "hosts: files mdns4_minimal [NOTFOUND=return] dns", "hosts: files dns myhostname",
        "hosts: mymachines resolve [!UNAVAIL=return] files dns", "hosts: db files dns", "hosts: files wins dns", "hosts:", "",
        "passwd: dns", "hosts: files dns\nhosts: mdns", "hosts: files # dns"})
    void anyOtherServiceMayHaveAnswered(String line) throws IOException {
        write("nsswitch.conf", line + "\n");
        assertEquals(LookupSource.RESOLVER, source(NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nameserver 127.0.0.53", "nameserver 192.0.2.53\nnameserver 127.0.0.1", "nameserver ::1", "nameserver 0.0.0.0",
        "nameserver", "nameserver dns.example", "# nameserver 192.0.2.53", "; nameserver 192.0.2.53", ""})
    void aServerOnLoopbackMayBeAFrontForOtherServices(String line) throws IOException {
        write("resolv.conf", line + "\n");
        assertEquals(LookupSource.RESOLVER, source(NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nameserver 2001:db8::53", "nameserver fe80::53%eth0 # router", "nameserver 192.0.2.53\r"})
    void aServerElsewhereIsOne(String line) throws IOException {
        write("resolv.conf", line + "\n");
        assertEquals(LookupSource.DNS, source(NAME));
    }

    @Test
    void aFileThatIsNotThereProvesNothing() throws IOException {
        Files.delete(folder.resolve("resolv.conf"));
        assertEquals(LookupSource.RESOLVER, source(NAME));
        ordinary();
        Files.delete(folder.resolve("nsswitch.conf"));
        assertEquals(LookupSource.RESOLVER, source(NAME));
    }

    @Test
    void aFileLargerThanIsReadProvesNothing() throws IOException {
        write("nsswitch.conf", "hosts: files dns\n" + "#".repeat(1 << 16) + "\nhosts: mdns\n");
        assertEquals(LookupSource.RESOLVER, source(NAME));
    }

    @Test
    void aCachingDaemonMayKnowWhatTheFilesSaidBefore() throws IOException {
        write("nscd", "");
        assertEquals(LookupSource.RESOLVER, source(NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0x7f.1", "2130706433", "127.1", "::1"})
    void anAddressInAnySpellingIsALiteral(String host) {
        assertEquals(LookupSource.LITERAL, source(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.example", "0xcafe.example", "9front", "face", "1.2.3.4.5.example"})
    void aNameThatBeginsLikeANumberIsAName(String host) {
        assertEquals(LookupSource.DNS, source(host));
    }
}
