package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestedTargetTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "db.example:5432, db.example, 5432, db.example:443",
        "db.example, db.example, -, db.example:443",
        "[::1]:80, ::1, 80, [::1]:443",
        "[::1], ::1, -, [::1]:443",
        "::1, ::1, -, [::1]:443",
        "https://db.example:8443/a:b, db.example, 8443, db.example:443",
        "tcp://db.example/x, db.example, -, db.example:443",
        "db.example:abc, db.example, -, db.example:443",
        "db.example:123456, db.example, -, db.example:443",
        ":80, '', 80, -",
    })
    void theTextOfATargetComesApart(String text, String host, String port, String other) {
        RequestedTarget target = RequestedTarget.of(text);
        assertEquals(host, target.host());
        assertEquals(port, target.port());
        assertEquals(other, target.at("443"));
    }
}
