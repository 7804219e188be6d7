package dev.lifeline.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What every view must keep to, whatever it draws.
public final class ViewContract {

    private ViewContract() {
    }

    /// Two lives of each view are looked at at every width and with every set of glyphs; of the others the contract below holds the
    /// widths, and one drawing tells what they say.
    private static final Set<String> EVERY_WIDTH = Set.of("happy", "loopback", "evidence", "witnessed");

    public static void golden(View view, String name, DrawnLife life) {
        if (!EVERY_WIDTH.contains(life.name())) {
            GoldenText.check(life.file(name, 80, Glyphs.UNICODE), life.drawnBy(view, 80, Glyphs.UNICODE));
            return;
        }
        for (Glyphs glyphs : Glyphs.values()) {
            for (int width : new int[] {60, 80, 120, 200}) {
                GoldenText.check(life.file(name, width, glyphs), life.drawnBy(view, width, glyphs));
            }
        }
    }

    /// Many lives in one file, each under its name.
    public static void golden(String file, List<DrawnLife> lives, Function<DrawnLife, String> drawn) {
        StringBuilder all = new StringBuilder();
        for (DrawnLife life : lives) {
            all.append("== ").append(life.name()).append('\n').append(drawn.apply(life)).append('\n');
        }
        GoldenText.check(file, all.toString());
    }

    public static void neverWiderThanItsCanvas(View view, DrawnLife life) {
        for (Glyphs glyphs : Glyphs.values()) {
            for (int width = Canvas.MIN_WIDTH; width <= Canvas.MAX_WIDTH; width++) {
                for (String line : life.drawnBy(view, width, glyphs).split("\n", -1)) {
                    assertTrue(line.length() <= width, () -> "too wide: " + line);
                    assertEquals(line.stripTrailing(), line, "spaces at the end");
                }
            }
        }
    }

    public static void onlyPrintable(View view, DrawnLife life) {
        String ascii = life.drawnBy(view, 80, Glyphs.ASCII);
        assertTrue(ascii.chars().allMatch(c -> c == '\n' || c >= 0x20 && c < 0x7F), ascii);
        String unicode = life.drawnBy(view, 80, Glyphs.UNICODE);
        assertTrue(unicode.chars().noneMatch(c -> c != '\n' && movesSomething(c)), unicode);
    }

    private static boolean movesSomething(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
    }
}
