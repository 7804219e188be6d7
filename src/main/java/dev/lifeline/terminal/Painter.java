package dev.lifeline.terminal;

import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Segment;
import java.util.Map;
import org.jline.jansi.Ansi;
import org.jline.jansi.Ansi.Attribute;
import org.jline.jansi.Ansi.Color;

/// Turns frames into the text that is written to a terminal or a pipe.
///
/// @param theme how roles look, or `null`: then nothing but the text is written
/// @param many whether the terminal has 256 colours, and not 16
public record Painter(Theme theme, boolean many) {

    /// Writes nothing but the text.
    public static final Painter UNCOLORED = new Painter(null, false);

    /// A painter in this theme for the terminal that the environment names.
    public static Painter in(Theme theme, Map<String, String> environment) {
        return new Painter(theme, Theme.many(environment));
    }

    /// The frame as text, each line ended by a line feed. The last guard: a control character that got this far is shown as `?`.
    public String paint(Frame frame) {
        StringBuilder out = new StringBuilder(4096);
        for (Line line : frame.lines()) {
            for (Segment segment : line.segments()) {
                String text = Printable.guarded(segment.text());
                if (theme == null || text.isBlank()) {
                    out.append(text);
                } else {
                    paint(out, theme.style(segment.role()), text);
                }
            }
            out.append('\n');
        }
        return out.toString();
    }

    private void paint(StringBuilder out, Style style, String text) {
        int color = style.color(many);
        if (color == Style.NONE && !style.bold() && !style.italic() && !style.underlined()) {
            out.append(text);
            return;
        }
        Ansi ansi = Ansi.ansi();
        if (style.bold()) {
            ansi.a(Attribute.INTENSITY_BOLD);
        }
        if (style.italic()) {
            ansi.a(Attribute.ITALIC);
        }
        if (style.underlined()) {
            ansi.a(Attribute.UNDERLINE);
        }
        if (color != Style.NONE) {
            if (many) {
                ansi.fg(color);
            } else {
                ansi.fg(Color.values()[color]);
            }
        }
        out.append(ansi.a(text).reset());
    }
}
