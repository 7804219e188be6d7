package dev.lifeline.view.waterfall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.TraceFixtures;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaterfallTest {

    private static final int[] WIDTHS = {60, 80, 120, 200};

    /// Set to a folder to have the golden files written there anew; then look at each of them.
    private static final String UPDATE = System.getProperty("golden.update");

    private record Drawing(String fixture, int width, Glyphs glyphs) {
        String file() {
            return fixture + "-" + width + (glyphs == Glyphs.ASCII ? "-ascii" : "") + ".txt";
        }
    }

    static List<Drawing> drawings() {
        List<Drawing> all = new ArrayList<>();
        for (String fixture : TraceFixtures.all().keySet()) {
            for (int width : WIDTHS) {
                all.add(new Drawing(fixture, width, Glyphs.UNICODE));
            }
            all.add(new Drawing(fixture, 80, Glyphs.ASCII));
            all.add(new Drawing(fixture, 120, Glyphs.ASCII));
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawings")
    void looksAsItsGoldenFile(Drawing drawing) throws IOException {
        String text = draw(TraceFixtures.all().get(drawing.fixture()), drawing.width(), drawing.glyphs()).text();
        if (UPDATE != null) {
            Files.writeString(Path.of(UPDATE).resolve(drawing.file()), text);
        }
        assertEquals(golden(drawing.file()), text);
    }

    @Test
    void isNeverWiderThanTheCanvasAndHasNoControlCharacters() {
        Map<String, TraceFixtures.Fixture> fixtures = TraceFixtures.all();
        fixtures.put("extreme", TraceFixtures.extreme(1));
        fixtures.put("extreme repeats", TraceFixtures.extreme(2_000));
        fixtures.forEach((name, fixture) -> {
            TraceIndex index = TraceIndex.of(fixture.trace());
            for (Glyphs glyphs : Glyphs.values()) {
                for (int width = Canvas.MIN_WIDTH; width <= Canvas.MAX_WIDTH; width++) {
                    Frame frame = new Waterfall().draw(index, fixture.verdict(), new Canvas(width, glyphs));
                    check(name + " at " + width, frame, width, glyphs);
                }
            }
        });
    }

    @Test
    void drawsFiftyOfManyConnectionsOfAServerAndCountsTheRest() {
        String text = draw(TraceFixtures.serve(70), 120, Glyphs.UNICODE).text();
        assertTrue(text.contains("connection 50 "), text);
        assertFalse(text.contains("connection 51 "), text);
        assertTrue(text.contains("… 20 more connections"), text);
    }

    @Test
    void drawsAHoldOnTheListenerOfAServerInItsPlace() {
        String text = draw(TraceFixtures.hold(), 120, Glyphs.UNICODE).text();
        assertTrue(text.indexOf("held before accept") < text.indexOf("\naccept "), text);
    }

    @Test
    void drawsOnlyTheFirstOfEndlessStages() {
        String text = draw(TraceFixtures.manyStages(5_000), 80, Glyphs.ASCII).text();
        assertTrue(text.contains("... 4,800 more stages"), text);
    }

    private static void check(String what, Frame frame, int width, Glyphs glyphs) {
        for (Line line : frame.lines()) {
            String text = line.text();
            assertTrue(text.length() <= width, () -> what + " is " + text.length() + " wide: " + text);
            assertEquals(text.stripTrailing(), text, what);
            assertTrue(isPrintable(text, glyphs), () -> what + " has a sign that it must not have: " + text);
        }
    }

    private static boolean isPrintable(String text, Glyphs glyphs) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                || c > 0x7E && glyphs == Glyphs.ASCII);
    }

    private static Frame draw(TraceFixtures.Fixture fixture, int width, Glyphs glyphs) {
        return new Waterfall().draw(TraceIndex.of(fixture.trace()), fixture.verdict(), new Canvas(width, glyphs));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = WaterfallTest.class.getResourceAsStream("/dev/lifeline/view/waterfall/" + name)) {
            return in == null ? "no golden file " + name : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
