package dev.lifeline.view.frame;

import java.util.List;

/// A label and its text, wrapped with a hanging indent.
public final class HangingIndent {

    private HangingIndent() {
    }

    /// Adds the lines; none where there is no text.
    ///
    /// @param text safe text
    /// @param indent columns of the label
    public static void add(List<Line> lines, String label, Role labelRole, String text, Role role, int indent, Canvas canvas) {
        if (text.isBlank()) {
            return;
        }
        LineBuilder line = new LineBuilder().add(label, labelRole);
        for (String piece : Wrap.lines(text, canvas.width() - indent, 0)) {
            lines.add(line.to(indent).add(piece, role).build());
            line = new LineBuilder();
        }
    }
}
