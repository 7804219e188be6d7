package dev.lifeline.situation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;

/// What the program said of a situation, and how it ended.
///
/// @param exit the exit code
/// @param screen all that it wrote, as it stood
record Told(int exit, String screen) {

    /// All of it, wherever its lines break.
    private String text() {
        return screen.replaceAll("\\s+", " ");
    }

    /// Tells whether these words stand there, for what may end in more than one way.
    boolean has(String words) {
        return text().contains(words);
    }

    /// Asserts that these words stand there.
    Told says(String... words) {
        for (String each : words) {
            assertTrue(text().contains(each), () -> "not said: " + each + "\n" + screen);
        }
        return this;
    }

    /// Asserts that words like these stand there, where a figure depends on the machine.
    ///
    /// @param words a regular expression
    Told saysLike(String words) {
        assertTrue(Pattern.compile(words).matcher(text()).find(), () -> "not said: " + words + "\n" + screen);
        return this;
    }

    /// Asserts that these words stand nowhere.
    Told never(String... words) {
        for (String each : words) {
            assertFalse(text().contains(each), () -> "said, and not true: " + each + "\n" + screen);
        }
        return this;
    }

    /// Asserts the exit code.
    Told exits(int code) {
        assertEquals(code, exit, screen);
        return this;
    }
}
