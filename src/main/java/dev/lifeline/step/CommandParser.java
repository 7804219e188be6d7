package dev.lifeline.step;

import dev.lifeline.step.face.Face;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;

/// Reads a line of the prompt.
public final class CommandParser {

    private static final String BLANKS = "\\s+";
    private static final int DEPTHS = 3;

    private CommandParser() {
    }

    /// Reads a line of a walk through something that gives no names.
    public static Command parse(String line) throws CommandException {
        return parse(line, PlayNames.NONE);
    }

    /// Reads a line. An empty one is `next`. A command may be shortened to its letter, or to a beginning that no other has.
    ///
    /// @param names that the scenario has given
    /// @throws CommandException when it means nothing: with the nearest command that does
    public static Command parse(String line, PlayNames names) throws CommandException {
        String text = line.strip();
        if (text.isEmpty()) {
            return new Command.Plain(CommandWord.NEXT);
        }
        if (text.startsWith("?")) {
            return read(CommandWord.WHERE, text.substring(1).strip(), names);
        }
        int blank = 0;
        while (blank < text.length() && !Character.isWhitespace(text.charAt(blank))) {
            blank++;
        }
        return read(word(text.substring(0, blank)), text.substring(blank).strip(), names);
    }

    /// Finds the command that a word stands for; `null` where none does.
    public static CommandWord find(String typed) {
        String small = typed.toLowerCase(java.util.Locale.ROOT);
        for (CommandWord word : CommandWord.values()) {
            if (word.letter().equals(small)) {
                return word;
            }
        }
        int place = Shortened.place(small, words());
        return place < 0 ? null : CommandWord.values()[place];
    }

    /// The words of all commands.
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (CommandWord word : CommandWord.values()) {
            words.add(word.word());
        }
        return words;
    }

    private static CommandWord word(String typed) throws CommandException {
        CommandWord found = find(typed);
        if (found == null) {
            throw new CommandException("there is no command " + Quoted.typed(typed) + UnknownWord.hint(typed));
        }
        return found;
    }

    private static String page(String file) throws CommandException {
        if (file.startsWith("save ")) {
            throw new CommandException("the file stands behind notebook: notebook " + file.substring("save ".length()).strip());
        }
        return file;
    }

    private static Command read(CommandWord word, String rest, PlayNames names) throws CommandException {
        return switch (word) {
            case NEXT, STEP, CONTINUE, BACK, FORWARD, LIVE, RERUN, INFO, SUMMARY, QUIT -> {
                if (!rest.isEmpty()) {
                    throw new CommandException(word.word() + " takes no words behind it");
                }
                yield new Command.Plain(word);
            }
            case SEND, SHUTDOWN, CLOSE, RESET -> HandParser.read(word, rest);
            case FAULT -> FaultParser.read(rest);
            case UNTIL -> new Command.Until(new PlaceParser(names).until(wanted(word, rest)));
            case GOTO -> new Command.GoTo(number(word, rest));
            case RUN -> new Command.Run(number(word, rest));
            case BREAK -> new Command.Break(new PlaceParser(names).place(wanted(word, rest)));
            case WATCH -> new Command.Watching(WatchParser.read(wanted(word, rest), names.actors()));
            case DELETE -> new Command.Delete(rest.equals("all") ? 0 : number(word, rest));
            case INSPECT -> new Command.Inspect(pane(rest));
            case WHY -> new Command.Why(depth(rest));
            case WHERE -> new Command.Where(number(word, rest));
            case PREDICT -> new Command.Predict(rest);
            case DIFF -> diff(rest);
            case FACE -> new Command.Show(face(rest));
            case HELP -> new Command.Help(rest);
            case NOTE -> new Command.Note(wanted(word, rest));
            case NOTEBOOK -> new Command.Notebook(page(rest));
            case EXPORT -> export(rest);
            case SAVE -> new Command.Save(wanted(word, rest));
        };
    }

    private static String wanted(CommandWord word, String rest) throws CommandException {
        if (rest.isEmpty()) {
            throw new CommandException("write " + word.word() + " " + word.usage());
        }
        return rest;
    }

    private static int number(CommandWord word, String rest) throws CommandException {
        try {
            int number = Integer.parseInt(rest);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new CommandException((rest.isEmpty() ? "" : Quoted.typed(rest) + " is no number: ") + "write "
                + (word == CommandWord.WHERE ? "? N" : word.word() + " " + word.usage()));
    }

    private static Command diff(String rest) throws CommandException {
        if (rest.isEmpty()) {
            return new Command.Diff(0, 0);
        }
        String[] numbers = rest.split(BLANKS);
        if (numbers.length != 2) {
            throw new CommandException("diff compares two runs: write diff 1 2");
        }
        return new Command.Diff(number(CommandWord.DIFF, numbers[0]), number(CommandWord.DIFF, numbers[1]));
    }

    private static Command export(String rest) throws CommandException {
        String[] words = rest.split(BLANKS, 2);
        if (words.length < 2) {
            throw new CommandException("write export " + CommandWord.EXPORT.usage() + ", as export pcapng walk.pcapng");
        }
        return new Command.Export(words[0], words[1]);
    }

    private static int depth(String rest) throws CommandException {
        if (rest.isEmpty()) {
            return 1;
        }
        int depth = number(CommandWord.WHY, rest);
        if (depth > DEPTHS) {
            throw new CommandException("why has three depths: why 1, why 2, why 3");
        }
        return depth;
    }

    private static Pane pane(String rest) throws CommandException {
        int place = Shortened.place(rest, Pane.words());
        if (place >= 0) {
            return Pane.values()[place];
        }
        throw new CommandException(rest.isEmpty() ? "write inspect and one of " + String.join(", ", Pane.words())
                : "there is nothing called " + Quoted.typed(rest) + " to inspect" + Nearest.hint(rest, Pane.words()) + ": there are "
                + String.join(", ", Pane.words()));
    }

    private static Face face(String rest) throws CommandException {
        int place = Shortened.place(rest, Face.words());
        if (place >= 0) {
            return Face.values()[place];
        }
        throw new CommandException((rest.isEmpty() ? "" : "there is no face " + Quoted.typed(rest) + Nearest.hint(rest, Face.words()) + ": ")
                + "write face and one of " + String.join(", ", Face.words()));
    }
}
