package dev.lifeline.cli.option;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.terminal.ColorMode;
import dev.lifeline.terminal.Painter;
import dev.lifeline.terminal.Theme;
import dev.lifeline.terminal.ThemeChoice;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The choice of colour: whether there is any, and which. The first is answered by `--color`, then `--accessible`, then `NO_COLOR`, then the
/// settings, then the terminal; the second by `--theme`, then `TRACE_THEME`, then the settings, then by what is known of the background
/// ([ThemeChoice]). A theme turns no colour on, and without colour nobody looks for a theme.
public final class LookOptions {

    private static final String VARIABLE = "TRACE_THEME";

    /// The word after `--color`, or `null`.
    private String color;

    /// The word after `--theme`, or `null`.
    private String theme;

    /// Adds these options to others.
    public OptionList addTo(OptionList options) {
        // Not picocli's own reading of an enum: it asks for the words by reflection, 8 ms at every start.
        return options.text("--color", "WHEN", "auto (default), always or never. NO_COLOR counts too.", word -> color = word)
                .text("--theme", "THEME", "Colours for a dark or a light background, none, or auto (default). TRACE_THEME too.",
                        word -> theme = word);
    }

    /// Makes the painter of this run.
    ///
    /// @param accessible whether a person asked for sentences, which have no colour unless that is asked for, too
    /// @throws UsageException when a word means nothing
    public Painter painter(Io io, Settings settings, boolean accessible) throws UsageException {
        Theme wish = theme == null ? null : theme("--theme", theme);
        return colored(io, settings, accessible) ? Painter.in(choice(wish, io, settings).theme(), io.environment()) : Painter.UNCOLORED;
    }

    /// Finds out whether there is colour.
    ///
    /// @throws UsageException when a word means nothing
    public boolean colored(Io io, Settings settings, boolean accessible) throws UsageException {
        Map<String, String> environment = io.environment();
        ColorMode mode;
        if (color != null && mode(color) != ColorMode.AUTO) {
            mode = mode(color);
        } else if (accessible) {
            mode = ColorMode.NEVER;
        } else {
            String set = settings.get(Setting.COLOR);
            mode = color != null || set == null || ColorMode.refused(environment) ? ColorMode.AUTO : mode(set);
        }
        return mode.decide(environment, io.terminal().out());
    }

    /// Finds the theme, and what decided.
    ///
    /// @throws UsageException when a word means nothing
    public ThemeChoice choice(Io io, Settings settings) throws UsageException {
        return choice(theme == null ? null : theme("--theme", theme), io, settings);
    }

    private ThemeChoice choice(Theme wish, Io io, Settings settings) throws UsageException {
        if (theme != null) {
            return wish == null ? automatic(io) : new ThemeChoice(wish, ThemeChoice.Reason.OPTION, "");
        }
        String variable = io.environment().getOrDefault(VARIABLE, "");
        if (!variable.isEmpty()) {
            try {
                Theme named = theme(VARIABLE, variable);
                return named == null ? automatic(io) : new ThemeChoice(named, ThemeChoice.Reason.VARIABLE, "");
            } catch (UsageException e) {
                // A slip in a shell's start file must not stop a look at a broken server.
                io.complain("", e.getMessage());
            }
        }
        String set = settings.get(Setting.THEME);
        Theme named = set == null ? null : Theme.asked(set);
        return named == null ? automatic(io) : new ThemeChoice(named, ThemeChoice.Reason.SETTING, "");
    }

    private static ThemeChoice automatic(Io io) {
        return ThemeChoice.automatic(io.environment(), PersonFolders.state(io.environment()));
    }

    /// Reads a theme's name; `null` stands for `auto`.
    private static Theme theme(String where, String word) throws UsageException {
        String small = word.toLowerCase(Locale.ROOT);
        if (!Theme.words().contains(small)) {
            throw unknown(where, word, Theme.words());
        }
        return Theme.asked(small);
    }

    private static ColorMode mode(String word) throws UsageException {
        ColorMode mode = ColorMode.asked(word.toLowerCase(Locale.ROOT));
        if (mode == null) {
            throw unknown("--color", word, ColorMode.words());
        }
        return mode;
    }

    private static UsageException unknown(String where, String word, List<String> words) {
        return new UsageException(where + " " + Quoted.typed(word) + " is not known" + Nearest.hint(word, words) + ": there are "
                + String.join(", ", words));
    }
}
