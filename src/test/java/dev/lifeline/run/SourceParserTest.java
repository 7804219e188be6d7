package dev.lifeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifeline.model.Endpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceParserTest {

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1, 0", "127.0.0.1:4000, 127.0.0.1, 4000", "::1, ::1, 0", "[::1]:4000, ::1, 4000",
        "fe80::1%lo, fe80::1%lo, 0"})
    void aSourceIsANumericAddressWithOrWithoutPort(String text, String address, int port) throws TargetException {
        assertEquals(new Endpoint(address, port), SourceParser.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "", "127.0.0.1:x", "127.0.0.256", "[::1", "my.host:80"})
    void aNameOrABrokenAddressIsRefused(String text) {
        assertThrows(TargetException.class, () -> SourceParser.parse(text));
    }
}
