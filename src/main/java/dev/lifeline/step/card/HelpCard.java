package dev.lifeline.step.card;

import dev.lifeline.glossary.Glossary;
import dev.lifeline.glossary.Term;
import dev.lifeline.glossary.TermTopic;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.CommandParser;
import dev.lifeline.step.CommandWord;
import dev.lifeline.step.intro.Intro;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.table.TermScreen;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Help at the prompt: the commands, one command, or a word of the field.
public final class HelpCard {

    private HelpCard() {
    }

    /// Draws it. A command is looked at first: it is what is more often meant.
    ///
    /// @param topic a command or a term; empty for the list
    /// @param sentences whether pictures are left out
    /// @throws CommandException when it is neither
    public static Frame of(String topic, boolean sentences, Canvas canvas) throws CommandException {
        if (topic.isEmpty()) {
            return list(canvas);
        }
        CommandWord word = topic.equals("?") ? CommandWord.WHERE : CommandParser.find(topic);
        if (word != null) {
            return one(word, canvas);
        }
        Term term = Glossary.find(topic);
        if (term != null) {
            return sentences ? new TermScreen(term, canvas).sentences() : new TermScreen(term, canvas).frame();
        }
        List<String> words = CommandParser.words();
        words.add(Intro.WORD);
        String near = Nearest.of(topic, words);
        near = near == null ? Glossary.nearest(topic) : near;
        throw new CommandException("there is no command or term " + Quoted.typed(topic) + (near == null ? "" : " (did you mean " + near + "?)") + "; h lists the commands");
    }

    /// The words that can stand behind help: commands, the first walk, terms.
    public static List<String> topics() {
        List<String> topics = CommandParser.words();
        topics.add(Intro.WORD);
        for (TermTopic topic : Glossary.topics()) {
            for (Term term : topic.terms()) {
                topics.add(Term.typed(term.word()));
            }
        }
        return topics;
    }

    /// All commands by their groups: one line for each would be longer than a screen.
    private static Frame list(Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        CardTable.wrap(lines, "Enter", Role.COMMAND, "goes on, stage by stage. help intro: a first walk, by doing", canvas);
        Map<HelpGroup, List<String>> names = new EnumMap<>(HelpGroup.class);
        for (CommandWord word : CommandWord.values()) {
            names.computeIfAbsent(CommandHelp.of(word).group(), _ -> new ArrayList<>()).add(name(word));
        }
        for (HelpGroup group : HelpGroup.values()) {
            CardTable.wrap(lines, group.label(), Role.STRONG, String.join(", ", names.get(group)), canvas);
            HangingIndent.add(lines, "", Role.PLAIN, group.about(), Role.DIM, CardTable.LABEL, canvas);
        }
        CardTable.wrap(lines, "more", Role.STRONG, "? 2 tells where the line with [2] comes from. help COMMAND: help break. help TERM: help accept-queue. Tab completes words.", canvas);
        return new Frame(lines);
    }

    private static Frame one(CommandWord word, Canvas canvas) {
        CommandHelp help = CommandHelp.of(word);
        List<Line> lines = new ArrayList<>();
        String label = "example";
        for (String example : help.examples()) {
            HangingIndent.add(lines, label, Role.STRONG, example, Role.COMMAND, CardTable.LABEL, canvas);
            label = "";
        }
        CardTable.wrap(lines, "does", Role.STRONG, sentence(word.about()) + (help.more().isEmpty() ? "" : " " + help.more()), canvas);
        CardTable.wrap(lines, "refuses", Role.STRONG, help.refuses(), canvas);
        CardTable.wrap(lines, "words", Role.STRONG, (word.word() + " " + word.usage()).strip() + (word.letter().isEmpty() ? "" : "; short: " + word.letter()), canvas);
        return new Frame(lines);
    }

    private static String sentence(String about) {
        return Character.toUpperCase(about.charAt(0)) + about.substring(1) + ".";
    }

    private static String name(CommandWord word) {
        return word.word() + (word.letter().isEmpty() ? "" : " " + word.letter());
    }
}
