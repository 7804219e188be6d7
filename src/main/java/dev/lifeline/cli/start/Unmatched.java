package dev.lifeline.cli.start;

import dev.lifeline.glossary.Glossary;
import dev.lifeline.glossary.Term;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Messages for a word that no command or option has, and for one that is missing.
final class Unmatched {

    private Unmatched() {
    }

    /// One sentence that names the word and the nearest one that exists.
    static String sentence(String word, CommandLine line) {
        if (word.startsWith("-")) {
            List<String> options = new ArrayList<>();
            for (OptionSpec option : line.getCommandSpec().options()) {
                options.addAll(List.of(option.names()));
            }
            int value = word.indexOf('=');
            return "there is no option " + Quoted.typed(word) + Nearest.hint(value < 0 ? word : word.substring(0, value), options) + "; see " + help(line);
        }
        List<String> commands = List.copyOf(line.getSubcommands().keySet());
        Term term = line.getParent() == null && Nearest.of(word, commands) == null ? Glossary.find(word) : null;
        if (term != null) {
            return "there is no command " + Quoted.typed(word) + "; trace help " + term.word() + " explains the word";
        }
        return commands.isEmpty()
                ? "there is one word too many: " + Quoted.typed(word) + "; see " + help(line)
                : "there is no command " + Quoted.typed(word) + Nearest.hint(word, commands) + ": there are " + String.join(", ", commands);
    }

    /// One sentence that names what is missing and says what to write.
    static String missing(MissingParameterException failure) {
        CommandLine line = failure.getCommandLine();
        ArgSpec missing = failure.getMissing().getFirst();
        String label = missing.paramLabel();
        if (missing instanceof OptionSpec option) {
            String name = option.longestName();
            return name + " needs a value: write " + name + "=" + label + "; see " + help(line);
        }
        return "no " + label + ": write " + line.getCommandSpec().qualifiedName() + " " + label + "; see " + help(line);
    }

    private static String help(CommandLine line) {
        return line.getCommandSpec().qualifiedName() + " --help";
    }
}
