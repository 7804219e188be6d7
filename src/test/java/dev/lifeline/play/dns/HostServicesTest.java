package dev.lifeline.play.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.observe.Availability.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostServicesTest {

    @TempDir
    private Path folder;

    private Unavailable obstacle(String text) throws IOException {
        Files.writeString(folder.resolve("nsswitch.conf"), text);
        return new HostServices(folder.resolve("nsswitch.conf"), folder.resolve("nscd")).obstacle();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hosts: files dns", "hosts:files mymachines mdns4_minimal [NOTFOUND=return] dns myhostname # resolve",
        "# hosts: resolve\nhosts:\tfiles [!UNAVAIL=return success=merge]dns\r", "passwd: ldap", ""})
    void filesAndServicesOfThisMachineAreNoObstacle(String text) throws IOException {
        assertNull(obstacle(text));
    }

    @ParameterizedTest
    @CsvSource({"hosts: mymachines resolve [!UNAVAIL=return] files myhostname dns, resolve", "hosts: files dns wins, wins",
        "hosts: files ldap dns, ldap", "  hosts: sss dns, sss"})
    void aServiceThatAnswersInThePlaceOfDnsIsOne(String text, String service) throws IOException {
        Unavailable found = obstacle(text);
        assertEquals("look-ups on this machine also go to " + service + " (hosts: in " + folder.resolve("nsswitch.conf")
                + "), which does not ask a DNS server of our own", found.reason());
        assertNotNull(found.enable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hosts: files", "hosts:", "hosts: files [dns]", "hosts: files # dns"})
    void withoutDnsNoServerIsAsked(String text) throws IOException {
        assertTrue(obstacle(text).reason().startsWith("look-ups on this machine ask no DNS server"));
    }

    @Test
    void withoutAFileTheLibraryAsksDns() {
        assertNull(new HostServices(folder.resolve("nsswitch.conf"), folder.resolve("nscd")).obstacle());
    }

    @Test
    void theCachingDaemonIsAskedBeforeAllOfThem() throws IOException {
        Files.createFile(folder.resolve("nscd"));
        assertEquals("the caching daemon nscd answers look-ups on this machine", obstacle("hosts: files dns").reason());
    }
}
