package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortLooksTest {

    @ParameterizedTest
    @CsvSource({"6.8.0-45-generic, true", "6.18, true", "7.0, true", "6.7.12, false", "5.15.0-1, false", "'', false", "6, false",
        "x.y, false", "6.99999999999, true"})
    void boundSocketsAreShownSinceTheKernelThatHasThem(String version, boolean shows) {
        assertEquals(shows, PortLooks.showsBound(version));
    }
}
