package dev.lifeline.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorModeTest {

    @ParameterizedTest
    @CsvSource({
        "AUTO,   true,  xterm, ,  true",
        "AUTO,   false, xterm, ,  false",
        "AUTO,   true,  dumb,  ,  false",
        "AUTO,   true,  ,      ,  false",
        "AUTO,   true,  xterm, 1, false",
        "AUTO,   true,  xterm, '', true",
        "ALWAYS, false, dumb,  1, true",
        "NEVER,  true,  xterm, ,  false"})
    void oneDecisionFromOptionEnvironmentAndTerminal(ColorMode mode, boolean terminal, String term, String noColor, boolean color) {
        Map<String, String> environment = new HashMap<>();
        if (term != null) {
            environment.put("TERM", term);
        }
        if (noColor != null) {
            environment.put("NO_COLOR", noColor);
        }
        assertEquals(color, mode.decide(environment, terminal));
    }
}
