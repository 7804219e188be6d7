package dev.lifeline.terminal;

import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Segment;

/// Turns frames into the text that is written to a terminal or a pipe.
///
/// @param color whether roles become colours; without it nothing but the text is written
public record Painter(boolean color) {

    /// The frame as text, each line ended by a line feed. The last guard: a control character that got this far is shown as `?`.
    public String paint(Frame frame) {
        StringBuilder out = new StringBuilder(4096);
        for (Line line : frame.lines()) {
            for (Segment segment : line.segments()) {
                String text = Printable.guarded(segment.text());
                if (color) {
                    Theme.paint(out, segment.role(), text);
                } else {
                    out.append(text);
                }
            }
            out.append('\n');
        }
        return out.toString();
    }
}
