package dev.lifeline.terminal;

import java.util.List;

/// Backgrounds that the themes are chosen for: the darkest and the lightest, and Solarized's, which take most contrast from both sides.
public enum Backdrop {
    BLACK("black", 0x000000),
    BASE03("base03", 0x002b36),
    WHITE("white", 0xffffff),
    BASE3("base3", 0xfdf6e3);

    private final String word;
    private final int color;

    Backdrop(String word, int color) {
        this.word = word;
        this.color = color;
    }

    /// Its name; base03 and base3 are those of Solarized's dark and light backgrounds.
    public String word() {
        return word;
    }

    /// The colour, `0xRRGGBB`.
    public int color() {
        return color;
    }

    /// All that a theme has to suit.
    public static List<Backdrop> of(Theme theme) {
        return switch (theme) {
            case DARK -> List.of(BLACK, BASE03);
            case LIGHT -> List.of(WHITE, BASE3);
            case EITHER, NONE -> List.of(BLACK, BASE03, WHITE, BASE3);
        };
    }
}
