package dev.lifeline.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.text.Glyphs;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalFactsTest {

    private static Properties properties(String... pairs) {
        Properties properties = new Properties();
        properties.setProperty("trace.tty.out", "false");
        properties.setProperty("trace.tty.err", "false");
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    @Test
    void theLauncherKnowsBest() {
        Properties told = properties("trace.columns", "120", "trace.tty.out", "true", "stdout.encoding", "UTF-8");
        assertEquals(new TerminalFacts(120, true, false, Glyphs.UNICODE), TerminalFacts.of(told, Map.of("COLUMNS", "99")));
    }

    @Test
    void withoutTheLauncherTheEnvironmentSaysTheWidthAndThenEighty() {
        assertEquals(99, TerminalFacts.of(properties(), Map.of("COLUMNS", "99")).columns());
        assertEquals(80, TerminalFacts.of(properties(), Map.of("COLUMNS", "wide")).columns());
        assertEquals(80, TerminalFacts.of(properties("trace.columns", "-3"), Map.of()).columns());
        assertEquals(80, TerminalFacts.of(properties("trace.columns.err", "66"), Map.of()).columns());
        assertEquals(66, TerminalFacts.of(properties("trace.columns.err", "66"), Map.of()).errColumns());
        assertEquals(99, TerminalFacts.of(properties("trace.columns", "99"), Map.of()).errColumns());
    }

    @Test
    void anEncodingWithoutTheSignsGetsAscii() {
        assertEquals(Glyphs.ASCII, TerminalFacts.of(properties("stdout.encoding", "ANSI_X3.4-1968"), Map.of()).glyphs());
        assertEquals(Glyphs.UNICODE, TerminalFacts.of(properties("native.encoding", "UTF-8"), Map.of()).glyphs());
        assertEquals(Glyphs.ASCII, TerminalFacts.of(properties(), Map.of()).glyphs());
    }
}
