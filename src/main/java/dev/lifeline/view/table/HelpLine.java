package dev.lifeline.view.table;

import dev.lifeline.glossary.ScreenTerms;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Segment;
import java.util.ArrayList;
import java.util.List;

/// The line at the foot of a screen that names the words on it which `trace help` explains, the most telling ones first:
/// `help: accept-queue, app-lag`.
public final class HelpLine {

    /// More are a list that nobody reads.
    static final int MOST = 4;

    private static final String LABEL = "help: ";
    private static final String BETWEEN = ", ";

    private HelpLine() {
    }

    /// A drawn screen with its line below it.
    public static Frame below(Frame screen, Canvas canvas) {
        return add(screen, of(screen, canvas));
    }

    /// A picture, its answer, and below them the line for the words of the picture alone.
    public static Frame below(Frame picture, Frame answer, Canvas canvas) {
        return add(picture.above(answer), of(picture, canvas));
    }

    private static Frame add(Frame screen, Line help) {
        if (help == null) {
            return screen;
        }
        List<Line> lines = new ArrayList<>(screen.lines());
        lines.add(help);
        return new Frame(lines);
    }

    /// The line for a drawn screen, as many words as fit; `null` where the screen has none of them.
    public static Line of(Frame screen, Canvas canvas) {
        ScreenTerms terms = new ScreenTerms();
        for (Line line : screen.lines()) {
            for (Segment segment : line.segments()) {
                terms.add(segment.text());
            }
        }
        List<String> words = terms.words(MOST);
        if (words.isEmpty()) {
            return null;
        }
        LineBuilder line = new LineBuilder().add(LABEL, Role.DIM).add(words.getFirst(), Role.COMMAND);
        for (String word : words.subList(1, words.size())) {
            if (line.width() + BETWEEN.length() + word.length() <= canvas.width()) {
                line.add(BETWEEN, Role.DIM).add(word, Role.COMMAND);
            }
        }
        return line.build();
    }
}
