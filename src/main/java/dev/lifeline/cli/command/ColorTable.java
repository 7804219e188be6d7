package dev.lifeline.cli.command;

import dev.lifeline.terminal.Backdrop;
import dev.lifeline.terminal.Contrast;
import dev.lifeline.terminal.Eye;
import dev.lifeline.terminal.Style;
import dev.lifeline.terminal.Palette;
import dev.lifeline.terminal.Theme;
import dev.lifeline.text.FittedText;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The colours in numbers, computed from the tables that paint: the contrast of each role in each theme, and how far apart roles are for
/// eyes that miss a colour. Each role's name is painted as the role is.
final class ColorTable {

    private static final Theme[] THEMES = {Theme.DARK, Theme.LIGHT, Theme.EITHER};
    private static final Role[][] PAIRS = {{Role.CLIENT, Role.KERNEL}, {Role.CLIENT, Role.SERVER}, {Role.KERNEL, Role.SERVER},
        {Role.GOOD, Role.BAD}, {Role.BAD, Role.HELD}};
    private static final int NAME = 15;
    private static final int CELL = 8;
    private static final int SMALL = 10;

    private ColorTable() {
    }

    static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        contrasts(lines);
        distances(lines);
        palettes(lines);
        return lines;
    }

    private static void contrasts(List<Line> lines) {
        StringBuilder first = new StringBuilder(" ".repeat(NAME));
        StringBuilder second = new StringBuilder(FittedText.left("  role", NAME));
        for (Theme theme : THEMES) {
            List<Backdrop> backdrops = Backdrop.of(theme);
            first.append(FittedText.left("  " + theme.word() + " on", CELL * backdrops.size()));
            for (Backdrop backdrop : backdrops) {
                second.append(FittedText.right(backdrop.word(), CELL));
            }
        }
        title("contrast (WCAG 2.2; - is the terminal's own colour)", lines);
        lines.add(Line.of(first.toString().stripTrailing(), Role.DIM));
        lines.add(Line.of(second.toString(), Role.DIM));
        for (Role role : Role.values()) {
            StringBuilder row = new StringBuilder();
            for (Theme theme : THEMES) {
                int color = theme.style(role).many();
                for (Backdrop backdrop : Backdrop.of(theme)) {
                    row.append(FittedText.right(color == Style.NONE ? "-" : number(Contrast.ratio(Contrast.xterm(color), backdrop.color())), CELL));
                }
            }
            lines.add(Line.of("  ").plus(word(role), role).plus(" ".repeat(NAME - 2 - word(role).length()) + row, Role.PLAIN));
        }
    }

    private static void distances(List<Line> lines) {
        title("how far apart (CIE L*a*b* 1976; - where one has the terminal's own colour)", lines);
        StringBuilder head = new StringBuilder(FittedText.left("  roles", NAME + CELL));
        for (Eye eye : Eye.values()) {
            head.append(FittedText.right(eye.name().toLowerCase(Locale.ROOT), SMALL));
        }
        lines.add(Line.of(head.toString(), Role.DIM));
        for (Theme theme : THEMES) {
            for (Role[] pair : PAIRS) {
                int one = theme.style(pair[0]).many();
                int other = theme.style(pair[1]).many();
                StringBuilder row = new StringBuilder(FittedText.left("  " + FittedText.left(theme.word(), 7) + word(pair[0]) + ", " + word(pair[1]),
                        NAME + CELL));
                for (Eye eye : Eye.values()) {
                    row.append(FittedText.right(one == Style.NONE || other == Style.NONE ? "-"
                            : number(Contrast.distance(Contrast.xterm(one), Contrast.xterm(other), eye)), SMALL));
                }
                lines.add(Line.of(row.toString()));
            }
        }
    }

    private static void palettes(List<Line> lines) {
        title("contrast in 16 colours, as xterm, the Linux console and Solarized have them", lines);
        StringBuilder head = new StringBuilder(FittedText.left("  role", NAME));
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            for (Palette palette : Palette.values()) {
                head.append(FittedText.right(palette.word(), SMALL));
            }
        }
        lines.add(Line.of(FittedText.left("", NAME) + FittedText.left("   dark", SMALL * Palette.values().length) + "   light", Role.DIM));
        lines.add(Line.of(head.toString(), Role.DIM));
        for (Role role : Role.values()) {
            if (Theme.DARK.style(role).sixteen() == Style.NONE) {
                continue;
            }
            StringBuilder row = new StringBuilder(FittedText.left("  " + word(role), NAME));
            for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
                int color = theme.style(role).sixteen();
                for (Palette palette : Palette.values()) {
                    row.append(FittedText.right(color == Style.NONE ? "-" : number(palette.ratio(color, theme)), SMALL));
                }
            }
            lines.add(Line.of(row.toString()));
        }
    }

    private static void title(String text, List<Line> lines) {
        lines.add(Line.EMPTY);
        lines.add(Line.of(text, Role.STRONG));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
