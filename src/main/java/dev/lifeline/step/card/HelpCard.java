package dev.lifeline.step.card;

import dev.lifeline.glossary.Glossary;
import dev.lifeline.glossary.Term;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.CommandParser;
import dev.lifeline.step.CommandWord;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.table.TermScreen;
import java.util.ArrayList;
import java.util.List;

/// Help at the prompt: the commands, one command, or a word of the field.
public final class HelpCard {

    private static final String BY_HAND = "send, shutdown, close, reset: an actor of a scenario; help send";
    private static final String STOPS = "stop at a stage, a label, an outcome, a change in the kernel";
    private static final String RUNS = "a new connection from the beginning; run N walks one before";
    private static final String FILES = "FILE: the recording, to be replayed; export pcapng FILE";
    private static final int LIST = 80;

    private HelpCard() {
    }

    /// Draws it. A command is looked at first: it is what is more often meant.
    ///
    /// @param topic a command or a term; empty for the list
    /// @throws CommandException when it is neither
    public static Frame of(String topic, Canvas canvas) throws CommandException {
        if (topic.isEmpty()) {
            return list(canvas);
        }
        CommandWord word = CommandParser.find(topic);
        if (word != null) {
            List<Line> lines = new ArrayList<>();
            say(lines, name(word), text(word), canvas);
            return new Frame(lines);
        }
        Term term = Glossary.find(topic);
        if (term != null) {
            return new TermScreen(term, canvas).frame();
        }
        String near = Nearest.of(topic, CommandParser.words());
        near = near == null ? Glossary.nearest(topic) : near;
        throw new CommandException("there is no command or term " + Quoted.typed(topic) + (near == null ? "" : " (did you mean " + near + "?)") + "; h lists the commands");
    }

    private static Frame list(Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        for (CommandWord word : CommandWord.values()) {
            if (word == CommandWord.SEND) {
                say(lines, "by hand", BY_HAND, canvas);
            } else if (word == CommandWord.BREAK) {
                say(lines, "break, watch", STOPS, canvas);
            } else if (word == CommandWord.RERUN) {
                say(lines, "rerun, run N", RUNS, canvas);
            } else if (word == CommandWord.SAVE) {
                say(lines, "save, export", FILES, canvas);
            } else if (!word.isByHand() && word != CommandWord.WATCH && word != CommandWord.RUN && word != CommandWord.EXPORT) {
                String whole = text(word);
                // All of them fit a screen: the usage of one that is long is in its own help.
                say(lines, name(word), whole.length() <= Math.max(LIST, canvas.width()) - CardTable.LABEL ? whole
                        : word.about() + " (help " + word.word() + ")", canvas);
            }
        }
        return new Frame(lines);
    }

    private static void say(List<Line> lines, String name, String text, Canvas canvas) {
        HangingIndent.add(lines, name, Role.COMMAND, text, Role.PLAIN, CardTable.LABEL, canvas);
    }

    private static String name(CommandWord word) {
        return word.word() + (word.letter().isEmpty() ? "" : ", " + word.letter());
    }

    private static String text(CommandWord word) {
        return (word.usage().isEmpty() ? "" : word.usage() + ": ") + word.about();
    }
}
