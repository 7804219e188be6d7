package dev.lifeline.tls.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// RFC 9525 section 6.
class HostNamesTest {

    @ParameterizedTest
    @CsvSource({"www.example.org, www.example.org, true", "WWW.Example.ORG, www.example.org, true", "www.example.org, www.example.org., true",
        "*.example.org, www.example.org, true", "*.example.org, example.org, false", "*.example.org, a.b.example.org, false", "*.org, example.org, false",
        "w*.example.org, www.example.org, false", "www.*.org, www.example.org, false", "example.org, www.example.org, false", "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false", "0:0:0:0:0:0:0:1, ::1, true", "*.0.0.1, 127.0.0.1, false", "localhost, 127.0.0.1, false", "abc, abc, true", "*.example.org, .example.org, false"})
    void aNameIsTheHostsOrNot(String name, String host, boolean matches) {
        assertEquals(matches, HostNames.match(List.of("other.example", name), host));
    }
}
