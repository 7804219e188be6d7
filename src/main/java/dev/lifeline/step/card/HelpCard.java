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
            add(lines, word, canvas);
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
            add(lines, word, canvas);
        }
        HangingIndent.add(lines, "", Role.DIM, "help TERM explains a word of a card, as accept-queue or inode-0", Role.DIM, CardTable.LABEL, canvas);
        return new Frame(lines);
    }

    private static void add(List<Line> lines, CommandWord word, Canvas canvas) {
        String name = word.word() + (word.letter().isEmpty() ? "" : ", " + word.letter());
        HangingIndent.add(lines, name, Role.COMMAND, (word.usage().isEmpty() ? "" : word.usage() + ": ") + word.about(), Role.PLAIN, CardTable.LABEL, canvas);
    }
}
