package dev.lifeline.terminal;

import java.io.File;
import java.util.Map;

/// The theme of a run, and why it is that one.
///
/// @param theme the theme
/// @param reason what decided
/// @param detail what that said, such as `15;0`; empty where there is nothing to add
public record ThemeChoice(Theme theme, Reason reason, String detail) {

    /// Signs that can decide, the stronger first.
    public enum Reason {
        OPTION,
        VARIABLE,
        SETTING,
        COLORFGBG,
        /// The console of Linux is black until somebody changes its palette.
        CONSOLE,
        /// An answer of this kind of terminal to an earlier command.
        REMEMBERED,
        /// An answer of this terminal, now.
        ASKED,
        UNKNOWN
    }

    /// Chooses by the background, without asking the terminal.
    ///
    /// @param folder where state is kept, or `null` where there is no such place
    public static ThemeChoice automatic(Map<String, String> environment, File folder) {
        Theme variable = Background.byVariable(environment);
        if (variable != null) {
            return new ThemeChoice(variable, Reason.COLORFGBG, environment.get("COLORFGBG"));
        }
        if (environment.getOrDefault("TERM", "").equals("linux")) {
            return new ThemeChoice(Theme.DARK, Reason.CONSOLE, "");
        }
        BackgroundMemory.Entry entry = BackgroundMemory.of(folder, environment).recall();
        return entry == null ? new ThemeChoice(Theme.EITHER, Reason.UNKNOWN, "")
                : new ThemeChoice(entry.background().theme(), Reason.REMEMBERED, entry.background().text() + " on " + entry.day());
    }

    /// The choice by what the terminal just said.
    public static ThemeChoice by(Background background) {
        return new ThemeChoice(background.theme(), Reason.ASKED, background.text());
    }

    /// Tells whether an answer of the terminal would count.
    public boolean open() {
        return reason == Reason.REMEMBERED || reason == Reason.UNKNOWN;
    }
}
