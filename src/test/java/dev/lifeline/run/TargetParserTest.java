package dev.lifeline.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "localhost:7007          | localhost              | 7007",
        "127.0.0.1:9             | 127.0.0.1              | 9",
        "[::1]:80                | ::1                    | 80",
        "[fe80::1%lo]:80         | fe80::1%lo             | 80",
        "tcp://db.example:5432   | db.example             | 5432",
        "tcp://db.example:5432/x | db.example             | 5432",
        "example.com.:443        | example.com.           | 443",
        "my_service.local:65535  | my_service.local       | 65535",
        "münchen.example:80      | xn--mnchen-3ya.example | 80",
    })
    void aTargetIsHostAndPort(String text, String host, int port) throws TargetException {
        assertEquals(new Target(host, port), TargetParser.remote(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "localhost        | 'localhost' has no port: write localhost:PORT or localhost PORT, for example localhost:443",
        "localhost:       | 'localhost:' ends where the port should be: write localhost:PORT, for example localhost:443",
        "8080             | '8080' is a port without a host: write HOST:8080, for example localhost:8080",
        ":80              | ':80' has no host: write HOST:80, for example localhost:80",
        "host:0           | port 0 cannot be connected to: it only asks a server's kernel for a free port; write 1 to 65535",
        "host:65536       | the port '65536' is too large: write 1 to 65535, for example host:443",
        "host:99999999999 | the port '99999999999' is too large: write 1 to 65535, for example host:443",
        "host:abc         | the port 'abc' is not a number: write 1 to 65535, for example host:443",
        "host:-1          | the port '-1' is not a number: write 1 to 65535, for example host:443",
        "::1:80           | '::1:80' is ambiguous: is the last part a port or part of the IPv6 address? Write [::1]:80 or [::1:80]:PORT",
        "::1              | '::1' has several colons: write HOST:PORT, and an IPv6 address in brackets, [::1]:PORT",
        "a:b:c            | 'a:b:c' has several colons: write HOST:PORT, and an IPv6 address in brackets, [ADDRESS]:PORT",
        "[::1]            | '[::1]' has no port: write [::1]:PORT, for example [::1]:443",
        "[::1             | '[::1' has no closing bracket: write [ADDRESS]:PORT, for example [::1]:80",
        "[::1]80          | '[::1]80' has text after the bracket that is no port: write [::1]:PORT",
        "[nonsense]:80    | '[nonsense]' is not an IPv6 address: write [ADDRESS]:PORT, for example [::1]:80",
        "[fe80::1%]:80    | '[fe80::1%]' is not an IPv6 address: write [ADDRESS]:PORT, for example [::1]:80",
        "a..b:80          | the host name 'a..b' has an empty label: two dots in a row, or one at the start",
        ".a:80            | the host name '.a' has an empty label: two dots in a row, or one at the start",
        "a b:80           | the host name 'a b' holds a space or control character: names are letters, digits, '-', '_' and '.'",
        "a.example/b      | 'a.example/b' has a path: write the URL, http://a.example/b, or for TCP alone a.example:443",
        "a.example:80/b   | 'a.example:80/b' has a path: write the URL, http://a.example:80/b, or for TCP alone a.example:80",
        "256.1.1.1:80     | '256.1.1.1' is not an IPv4 address: write four numbers from 0 to 255, for example 127.0.0.1",
        "1.2.3:80         | '1.2.3' is not an IPv4 address: write four numbers from 0 to 255, for example 127.0.0.1",
        "ftp://x:21       | the scheme 'ftp' is not known: write http://HOST/ or https://HOST/, or HOST:PORT for TCP alone",
    })
    void whatCannotBeMeantIsOneLineThatSaysWhatToType(String text, String message) {
        assertEquals(message, assertThrows(TargetException.class, () -> TargetParser.remote(text)).getMessage());
    }

    @Test
    void aUrlNamesWhatIsMeantWhereAHostAndAPortAreNeeded() {
        String http = assertThrows(TargetException.class, () -> TargetParser.remote("http://example.com/a?b")).getMessage();
        String https = assertThrows(TargetException.class, () -> TargetParser.remote("https://[::1]/")).getMessage();
        assertTrue(http.endsWith("is a URL, and here a host and a port are needed: write example.com:80"), http);
        assertTrue(https.endsWith("is a URL, and here a host and a port are needed: write [::1]:443"), https);
    }

    /// As nc(1) takes them.
    @ParameterizedTest
    @CsvSource({"localhost, 7007, localhost, 7007", "::1, 80, ::1, 80", "[::1], 80, ::1, 80", "fe80::1%lo, 80, fe80::1%lo, 80", "127.0.0.1, 9, 127.0.0.1, 9",
        "tcp://db.example, 5432, db.example, 5432", "localhost:, 80, localhost, 80"})
    void hostAndPortInTwoWordsAreTheSame(String first, String second, String host, int port) throws TargetException {
        assertEquals(new Target(host, port), TargetParser.remote(TargetParser.joined(first, second)));
    }

    @ParameterizedTest
    @CsvSource({"a:1, b:2", "[::1]:80, 81", "a:b:c, 1"})
    void aSecondPortIsOneWordTooMany(String first, String second) {
        assertEquals("'" + first + "' has a port already, and '" + second + "' is one word too many: write one target, HOST:PORT",
                assertThrows(TargetException.class, () -> TargetParser.joined(first, second)).getMessage());
    }

    @Test
    void theNameOfAServiceIsToldWithItsNumber(@TempDir Path folder) throws Exception {
        Services services = new Services(Files.writeString(folder.resolve("services"),
                "# none 9/tcp\nhttp\t\t80/tcp\t\twww # WorldWideWeb\ndomain  53/udp\nbroken x/tcp\n"));
        assertAll(() -> assertEquals(80, services.port("http")), () -> assertEquals(80, services.port("www")), () -> assertEquals(0, services.port("80/tcp")),
                () -> assertEquals(0, services.port("WorldWideWeb")), () -> assertEquals(0, services.port("domain")), () -> assertEquals(0, services.port("broken")),
                () -> assertEquals(0, services.port("none")), () -> assertEquals(0, new Services(folder.resolve("no")).port("http")));
        int system = Services.SYSTEM.port("http");
        assertEquals(system == 0 ? "the port 'http' is not a number: write 1 to 65535, for example host:443"
                : "the port 'http' is a name, and a number is needed: write host:" + system,
                assertThrows(TargetException.class, () -> TargetParser.remote("host:http")).getMessage());
    }

    @Test
    void controlCharactersNeverReachTheMessage() {
        String message = assertThrows(TargetException.class, () -> TargetParser.remote("a\u001b[2Jb:80")).getMessage();
        assertTrue(message.contains("\\x1b[2J"), message);
        assertFalse(message.chars().anyMatch(Character::isISOControl), message);
    }

    @Test
    void namesThatAreTooLongSaySo() {
        String label = "a".repeat(64);
        String name = "abcdefghi.".repeat(30);
        assertAll(
                () -> assertEquals("the host name has 300 characters; names end at 253",
                        assertThrows(TargetException.class, () -> TargetParser.remote(name + ":80")).getMessage()),
                () -> assertEquals("the host name has a label of 64 characters; labels end at 63",
                        assertThrows(TargetException.class, () -> TargetParser.remote(label + ":80")).getMessage()));
    }

    @Test
    void aServerOfOurOwnNeedsNoPort() throws TargetException {
        assertEquals(new Target("localhost", 0), TargetParser.served("localhost"));
        assertEquals(new Target("::1", 0), TargetParser.served("[::1]"));
        assertEquals(new Target("localhost", 0), TargetParser.served("localhost:0"));
    }

    @Test
    void aTargetPrintsAsItIsTyped() {
        assertEquals("[::1]:80", new Target("::1", 80).toString());
        assertEquals("localhost", new Target("localhost", 0).toString());
    }
}
