package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostsFileTest {

    @TempDir
    private Path folder;
    private HostsFile hosts;

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("hosts");
        Files.write(file, """
                # 192.0.2.1 commented
                127.0.0.1\tlocalhost  Alias # 192.0.2.2 trailing
                ::1 localhost\r
                not-an-address broken

                192.0.2.7
                fe80::1%nowhere zoned
                192.0.2.9 last \u00e4""".getBytes(StandardCharsets.ISO_8859_1));
        hosts = new HostsFile(file);
    }

    @Test
    void collectsTheAddressesOfAllLines() {
        assertEquals(Set.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1")), hosts.addresses("localhost"));
    }

    @Test
    void takesUpperAndLowerCaseForTheSame() {
        assertEquals(Set.of(InetAddress.ofLiteral("127.0.0.1")), hosts.addresses("aLIAS"));
    }

    @Test
    void readsTheLastLineWithoutItsLineFeed() {
        assertEquals(Set.of(InetAddress.ofLiteral("192.0.2.9")), hosts.addresses("last"));
    }

    @Test
    void passesOverCommentsAndBrokenLines() {
        for (String name : new String[] {"commented", "trailing", "192.0.2.2", "broken", "zoned", "#"}) {
            assertEquals(Set.of(), hosts.addresses(name), name);
        }
    }

    @Test
    void saysNothingWhenThereIsNoFile() {
        assertEquals(Set.of(), new HostsFile(folder.resolve("missing")).addresses("localhost"));
    }
}
