package dev.lifeline.cli.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.channels.spi.SelectorProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadStartTest {

    @ParameterizedTest
    @CsvSource({
        "connect --serve, true, true",
        "connect --serve --evidence portable, true, false",
        "connect --serve --evidence=portable, true, false",
        "connect --serve --evidence packet, true, true",
        "serve --help, false, false",
        "run -h, false, false",
        "run happy-path, true, true",
        "run mine.yaml --check, false, false",
        "scenarios, false, true",
        "replay run.ndjson, false, false",
        "'', false, false",
    })
    void beginsWhatTheCommandWillNeed(String line, boolean sockets, boolean kernel) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ");

        assertEquals(sockets, HeadStart.traces(args));
        assertEquals(kernel, HeadStart.asksKernel(args));
    }

    /// This JVM chose it by itself.
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the name is that of Linux")
    void javaIsGivenTheSelectorsThatItWouldTakeByItself() {
        assertEquals(Main.LINUX_SELECTORS, SelectorProvider.provider().getClass().getName());
    }
}
