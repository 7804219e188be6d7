package dev.lifeline.terminal;

import dev.lifeline.view.frame.Role;
import org.jline.jansi.Ansi;
import org.jline.jansi.Ansi.Attribute;
import org.jline.jansi.Ansi.Color;

/// Looks of each role: the sixteen colours that every terminal lets its owner choose, so that light themes stay readable.
/// Good and bad are blue and yellow (the orange of most palettes), which colour-blind eyes tell apart.
final class Theme {

    private Theme() {
    }

    /// Appends a text in the look of its role.
    static void paint(StringBuilder out, Role role, String text) {
        if (role == Role.PLAIN || text.isBlank()) {
            out.append(text);
            return;
        }
        Ansi ansi = Ansi.ansi();
        switch (role) {
            case PLAIN -> { }
            case STRONG -> ansi.a(Attribute.INTENSITY_BOLD);
            case DIM -> ansi.a(Attribute.INTENSITY_FAINT);
            case GOOD -> ansi.fg(Color.BLUE);
            case BAD -> ansi.a(Attribute.INTENSITY_BOLD).fg(Color.YELLOW);
            case CLIENT -> ansi.fg(Color.CYAN);
            case KERNEL -> ansi.fg(Color.GREEN);
            case SERVER -> ansi.fg(Color.MAGENTA);
            case INFERRED -> ansi.a(Attribute.INTENSITY_FAINT).a(Attribute.ITALIC);
            case HELD -> ansi.fg(Color.YELLOW);
            case COMMAND -> ansi.a(Attribute.UNDERLINE);
        }
        out.append(ansi.a(text).reset());
    }
}
