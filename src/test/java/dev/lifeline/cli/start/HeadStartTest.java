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
        "connect portable, true, true",
        "serve --help, false, true",
        "run -h, false, true",
        "run happy-path, true, true",
        "run mine.yaml --check, false, true",
        "scenarios, true, true",
        "replay run.ndjson, false, true",
        "'', false, true",
    })
    void beginsWhatTheCommandWillNeed(String line, boolean wanted, boolean kernel) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ");

        assertEquals(wanted, HeadStart.wanted(args));
        assertEquals(kernel, HeadStart.asksKernel(args));
    }

    @ParameterizedTest
    @CsvSource({"explain ECONNRESET, true", "explain -, true", "explain --json -, true", "explain, false", "explain --list, false", "explain -h, false",
        "connect a:1, false"})
    void theVocabularyIsReadAheadForATextAlone(String line, boolean wanted) {
        assertEquals(wanted, HeadStart.explains(line.split(" ")));
    }

    /// This JVM chose it by itself.
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the name is that of Linux")
    void javaIsGivenTheSelectorsThatItWouldTakeByItself() {
        assertEquals(Main.LINUX_SELECTORS, SelectorProvider.provider().getClass().getName());
    }
}
