package dev.lifeline.cli.start;

import dev.lifeline.cli.option.Helped;
import dev.lifeline.text.FittedText;
import dev.lifeline.view.frame.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Help of a command. Examples come first. It fits a screen: one line for each option that matters; with all of it, the options stand in
/// their sections, with every word that there is about them.
///
/// Not picocli's own: that shows all options or none, and breaks lines within what belongs together.
final class HelpText {

    static final int LEAST = 60;
    static final int MOST = 120;

    private static final int MARGIN = 2;
    private static final int GAP = 2;
    private static final int LONGEST_LABEL = 22;

    private final CommandSpec command;
    private final boolean all;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /// @param columns of the terminal
    private HelpText(CommandSpec command, boolean all, int columns) {
        this.command = command;
        this.all = all;
        this.width = Math.clamp(columns, LEAST, MOST);
    }

    static String of(CommandLine line, boolean all, int columns) {
        List<String> common = line.getCommand() instanceof Helped helped ? helped.common() : null;
        HelpText help = new HelpText(line.getCommandSpec(), all || common == null, columns);
        help.write(common);
        return String.join("\n", help.lines) + "\n";
    }

    /// @param common the options to show where not all are
    private void write(List<String> common) {
        lines.addAll(List.of(command.usageMessage().customSynopsis()));
        for (String about : command.usageMessage().description()) {
            lines.addAll(Wrap.lines(about, width, 0));
        }
        List<OptionSpec> own = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            if (option.group() == null && !option.usageHelp()) {
                own.add(option);
            }
        }
        List<OptionSpec> shown = all ? own : common(common);
        int column = column(all ? command.options() : shown);
        for (PositionalParamSpec word : command.positionalParameters()) {
            entry(label(word), word.description(), column);
        }
        options(shown, column);
        if (all) {
            sections(column);
        }
        commands();
        if (!all) {
            lines.addAll(Wrap.lines("All options: " + command.qualifiedName() + FittedText.together(" --help --all"), width, 0));
        } else if (command.usageMessage().footer().length > 0) {
            lines.add("");
            lines.add("Exit codes:");
            lines.addAll(List.of(command.usageMessage().footer()));
        }
    }

    private List<OptionSpec> common(List<String> names) {
        List<OptionSpec> options = new ArrayList<>();
        for (String name : names) {
            OptionSpec option = command.findOption(name);
            if (option != null) {
                options.add(option);
            }
        }
        return options;
    }

    private void sections(int column) {
        for (ArgGroupSpec section : command.argGroups()) {
            String heading = section.heading().replace("%n", "");
            lines.add("");
            if (!heading.isEmpty()) {
                lines.add(heading);
            }
            options(section.options(), column);
        }
    }

    private void commands() {
        if (command.subcommands().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Commands:");
        int column = 0;
        for (String name : command.subcommands().keySet()) {
            column = Math.max(column, MARGIN + name.length() + GAP);
        }
        for (Map.Entry<String, CommandLine> each : command.subcommands().entrySet()) {
            entry(each.getKey(), each.getValue().getCommandSpec().usageMessage().description(), column);
        }
    }

    private void options(List<OptionSpec> options, int column) {
        for (OptionSpec option : options) {
            entry(label(option, all), option.description(), column);
        }
    }

    private int column(List<OptionSpec> options) {
        int longest = 0;
        for (OptionSpec option : options) {
            int length = label(option, all).length();
            longest = length > LONGEST_LABEL ? longest : Math.max(longest, length);
        }
        for (PositionalParamSpec word : command.positionalParameters()) {
            longest = Math.max(longest, label(word).length());
        }
        return MARGIN + longest + GAP;
    }

    /// Writes a label and what it means, which stands below it where the label is long.
    private void entry(String label, String[] description, int column) {
        String text = String.join(" ", description);
        String margin = " ".repeat(MARGIN);
        List<String> pieces = Wrap.lines(tied(all ? text : firstSentence(text)), width - column, 0);
        boolean beside = label.length() + MARGIN + GAP <= column;
        lines.add(beside ? FittedText.left(margin + label, column) + pieces.getFirst() : margin + label);
        for (String piece : beside ? pieces.subList(1, pieces.size()) : pieces) {
            lines.add(" ".repeat(column) + piece);
        }
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /// An option and its value are not parted, nor a default from what it is.
    private static String tied(String text) {
        StringBuilder tied = new StringBuilder(text.replace("(default ", "(default" + FittedText.TIE));
        for (int at = text.indexOf(" --"); at >= 0; at = text.indexOf(" --", at + 1)) {
            int end = text.indexOf(' ', at + 1);
            if (end > 0 && Character.isLetter(text.charAt(end - 1))) {
                tied.setCharAt(end, FittedText.TIE);
            }
        }
        return tied.toString();
    }

    private static String label(PositionalParamSpec word) {
        return word.required() ? word.paramLabel() : "[" + word.paramLabel() + "]";
    }

    /// An option's names in front of its value; the other spelling of a name only where all is shown.
    private static String label(OptionSpec option, boolean all) {
        StringBuilder label = new StringBuilder();
        for (String name : option.names()) {
            if (label.isEmpty() || all || label.length() == 2) {
                label.append(label.isEmpty() ? "" : ", ").append(name);
            }
        }
        return option.arity().max() == 0 ? label.toString() : label + "=" + option.paramLabel();
    }
}
