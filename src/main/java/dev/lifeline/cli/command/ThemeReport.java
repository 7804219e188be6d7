package dev.lifeline.cli.command;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.LookOptions;
import dev.lifeline.cli.option.PersonFolders;
import dev.lifeline.cli.option.Settings;
import dev.lifeline.terminal.BackgroundMemory;
import dev.lifeline.terminal.BackgroundQuestion;
import dev.lifeline.terminal.Painter;
import dev.lifeline.terminal.ThemeChoice;
import java.io.IOException;
import java.time.LocalDate;

/// Theme of this terminal and its reason. In a terminal, where nobody said which theme is wanted, the terminal is asked for its background,
/// and its answer is kept for all commands.
///
/// @param painter the painter in this theme
/// @param text the theme and its reason
record ThemeReport(Painter painter, String text) {

    /// Finds the theme, and asks where that can help.
    ///
    /// @throws UsageException when a word of an option means nothing
    static ThemeReport of(Io io, LookOptions look, Settings settings) throws UsageException {
        ThemeChoice choice = look.choice(io, settings);
        if (!look.colored(io, settings, false)) {
            return new ThemeReport(Painter.UNCOLORED, words(choice) + ". Not used: no colour");
        }
        String more = choice.reason() == ThemeChoice.Reason.UNKNOWN ? ". trace doctor asks the terminal, where stdin and stdout are one" : "";
        if (choice.open() && io.terminal().in() && io.terminal().out()) {
            BackgroundQuestion.Reply reply = BackgroundQuestion.ask(io.environment());
            if (reply.background() == null) {
                more = ". Asked now: " + reply.silence();
            } else {
                choice = ThemeChoice.by(reply.background());
                more = keep(io, reply);
            }
        }
        Painter painter = Painter.in(choice.theme(), io.environment());
        return new ThemeReport(painter, words(choice) + more + (painter.many() ? "" : ". 16 colours"));
    }

    private static String keep(Io io, BackgroundQuestion.Reply reply) {
        BackgroundMemory memory = BackgroundMemory.of(PersonFolders.state(io.environment()), io.environment());
        try {
            return memory.keep(reply.background(), LocalDate.now().toString())
                    ? "; kept in " + PersonFolders.written(memory.file(), io.environment()) : "; there is no place to keep it";
        } catch (IOException e) {
            return "; it cannot be kept: " + e.getMessage();
        }
    }

    private static String words(ThemeChoice choice) {
        return choice.theme().word() + ": " + switch (choice.reason()) {
            case OPTION -> "--theme";
            case VARIABLE -> "TRACE_THEME";
            case SETTING -> "the settings";
            case COLORFGBG -> "COLORFGBG is " + choice.detail();
            case CONSOLE -> "the Linux console is black";
            case REMEMBERED -> "asked before, this kind of terminal said " + choice.detail();
            case ASKED -> "asked now, the terminal said " + choice.detail();
            case UNKNOWN -> "nothing tells the background, so the colours suit all";
        };
    }
}
