package dev.lifeline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "db.example:5432, db.example, 5432, db.example:5432",
        "db.example, db.example, 0, db.example",
        "half-close, half-close, 0, half-close",
        "[::1]:80, ::1, 80, [::1]:80",
        "[fe80::1%eth0], fe80::1%eth0, 0, [fe80::1%eth0]",
        "::1, ::1, 0, [::1]",
        "https://db.example:8443/a:b, db.example, 8443, db.example:8443",
        "tcp://db.example/x, db.example, 0, db.example",
        "db.example:abc, db.example, 0, db.example",
        "db.example:123456, db.example, 0, db.example",
        "db.example:99999999999999999999, db.example, 0, db.example",
        ":80, '', 80, :80",
        "[::1, [::1, 0, [[::1]",
        "'', '', 0, ''",
    })
    void aTextOfVersion1ComesApart(String text, String host, int port, String again) {
        Target target = Target.of(text);
        assertEquals(new Target(host, port), target);
        assertEquals(again, target.toString());
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "::1, true", "localhost, false", "10.example, false", "'', false"})
    void anAddressIsNoName(String host, boolean address) {
        assertEquals(address, new Target(host, 80).isAddress());
    }
}
