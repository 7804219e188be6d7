package dev.lifeline.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PainterTest {

    @Test
    void withoutColourOnlyTheTextIsWritten() {
        Frame frame = new Frame(List.of(Line.of("a", Role.BAD).plus("b", Role.GOOD), Line.EMPTY));
        assertEquals("ab\n\n", Painter.UNCOLORED.paint(frame));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void withColourEachRoleHasALookThatEndsWithItsText(Role role) {
        String painted = new Painter(Theme.DARK, true).paint(new Frame(List.of(Line.of("text", role))));
        assertNotEquals("text\n", painted);
        assertEquals("text\n", painted.replaceAll("\u001b\\[[0-9;]*m", ""));
        assertEquals("\u001b[m\n", painted.substring(painted.indexOf("text") + 4));
    }

    @Test
    void aControlCharacterThatGotThisFarIsNeverWritten() {
        Frame frame = new Frame(List.of(Line.of("a\u001b[2J\u009b1m\u0007b", Role.PLAIN)));
        assertEquals("a?[2J?1m?b\n", Painter.UNCOLORED.paint(frame));
    }
}
