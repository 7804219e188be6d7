package dev.lifeline.terminal;

import dev.lifeline.view.frame.Role;
import java.util.List;
import java.util.Map;

/// Looks of each role on each background.
///
/// The colours are those 16 to 255 of xterm's table of 256. The first sixteen are the person's: Solarized makes greys of the bright eight,
/// one of them the very colour of its dark background; xterm's blue has 2.2:1 on black, its yellow 1.7:1 on white. Numbers 16 to 21
/// are left out, too: collections of palettes (base16) redefine them. What a terminal of 16 million colours could add is not needed, and the
/// same numbers look the same in both, so there is one table.
///
/// The bounds, held by a test and printed by `trace doctor --contrast` (WCAG 2.2, relative luminance):
/// - where the background is known, all text has 4.5:1 on it, in its theme, on black and on Solarized's base03, on white and on base3;
/// - where it is not, no colour reaches 4.5:1 on all of these (the best there is between base03 and base3 is 3.7:1). So what has to be read
///   stands in the person's own colour there, at most bold or underlined; colours mark lines, bars and short words, and what may be
///   skipped, at 3.4:1 or more, where WCAG asks 3:1 of graphics and of large text;
/// - the faint attribute (SGR 2) is not used: terminals halve the contrast by it, and nobody knows of what;
/// - in sixteen colours, each has 3:1 in the palettes of xterm, of the Linux console and of Solarized; where the background is not known,
///   there is none that has it on all, so there are attributes only;
/// - client, kernel and server, and good and bad, are 18 apart or more (CIE L\*a\*b\*, 1976) for protanopes, deuteranopes and tritanopes;
///   good and bad are blue and orange or red. All that colours say is said by words or signs as well.
public enum Theme {
    /// For a dark background.
    DARK("dark"),
    /// For a light background.
    LIGHT("light"),
    /// For a background that nobody knows.
    EITHER("either"),
    /// The person's own colour for everything; bold and underlined stay.
    NONE("none");

    private final String word;

    Theme(String word) {
        this.word = word;
    }

    /// Its name for people.
    public String word() {
        return word;
    }

    /// The words of `--theme`. Nobody asks for [#EITHER]: it is what `auto` comes to where nothing is known.
    public static List<String> words() {
        return List.of("auto", DARK.word, LIGHT.word, NONE.word);
    }

    /// The theme that one of [#words()] asks for; `null` for `auto` and for all others.
    public static Theme asked(String word) {
        for (Theme theme : values()) {
            if (theme != EITHER && theme.word.equals(word)) {
                return theme;
            }
        }
        return null;
    }

    /// Tells whether a terminal has xterm's table of 256 colours. The variable COLORTERM is set by those that have more; over ssh it is
    /// mostly lost, and the names of some terminals do not tell.
    static boolean many(Map<String, String> environment) {
        String more = environment.getOrDefault("COLORTERM", "");
        String term = environment.getOrDefault("TERM", "");
        return more.equals("truecolor") || more.equals("24bit") || term.contains("256color") || term.endsWith("-direct")
                || term.startsWith("alacritty") || term.startsWith("foot") || term.startsWith("xterm-kitty")
                || term.startsWith("xterm-ghostty") || term.startsWith("wezterm");
    }

    /// The look of a role.
    public Style style(Role role) {
        return switch (this) {
            case DARK -> dark(role);
            case LIGHT -> light(role);
            case EITHER -> either(role);
            case NONE -> none(role);
        };
    }

    private static Style dark(Role role) {
        return switch (role) {
            case PLAIN, STRONG, COMMAND -> none(role);
            case DIM -> Style.of(246, Style.NONE);
            case GOOD -> Style.of(75, 6);
            case BAD -> Style.of(208, 3).inBold();
            case CLIENT -> Style.of(75, 6);
            case KERNEL -> Style.of(157, 2);
            case SERVER -> Style.of(175, 5);
            case INFERRED -> Style.of(246, Style.NONE).inItalic();
            case HELD -> Style.of(228, 3);
        };
    }

    private static Style light(Role role) {
        return switch (role) {
            case PLAIN, STRONG, COMMAND -> none(role);
            case DIM -> Style.of(242, Style.NONE);
            case GOOD -> Style.of(26, 4);
            case BAD -> Style.of(88, 1).inBold();
            case CLIENT -> Style.of(26, 4);
            case KERNEL -> Style.of(23, Style.NONE);
            case SERVER -> Style.of(162, 5);
            case INFERRED -> Style.of(242, Style.NONE).inItalic();
            case HELD -> Style.of(94, 1);
        };
    }

    private static Style either(Role role) {
        return switch (role) {
            case PLAIN, STRONG, COMMAND, GOOD, BAD, INFERRED, KERNEL -> none(role);
            case DIM -> Style.of(244, Style.NONE);
            case CLIENT -> Style.of(32, Style.NONE);
            case SERVER -> Style.of(132, Style.NONE);
            case HELD -> Style.of(100, Style.NONE);
        };
    }

    private static Style none(Role role) {
        return switch (role) {
            case PLAIN, DIM, GOOD, CLIENT, KERNEL, SERVER, HELD -> Style.PLAIN;
            case STRONG, BAD -> Style.PLAIN.inBold();
            case INFERRED -> Style.PLAIN.inItalic();
            case COMMAND -> Style.PLAIN.withLine();
        };
    }
}
