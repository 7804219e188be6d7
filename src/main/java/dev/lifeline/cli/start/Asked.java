package dev.lifeline.cli.start;

import dev.lifeline.cli.command.TraceCommand;
import java.util.ArrayList;
import java.util.List;

/// Arguments as they are meant where they ask for help: `help COMMAND` and `--help COMMAND` are `COMMAND --help`, and `--all` beside it
/// asks for all of it.
///
/// @param words the arguments without that
/// @param all whether all is to be shown
record Asked(List<String> words, boolean all) {

    private static final String ALL = "--all";

    static Asked of(String[] args) {
        List<String> words = new ArrayList<>(List.of(args));
        if (words.size() > 1 && help(words.getFirst()) && (words.get(1).equals("help") || TraceCommand.COMMANDS.contains(words.get(1)))) {
            words.removeFirst();
            words.add(1, "--help");
        }
        int end = words.indexOf("--");
        List<String> before = end < 0 ? words : words.subList(0, end);
        boolean asked = before.contains("--help") || before.contains("-h") || !words.isEmpty() && words.getFirst().equals("help");
        return new Asked(words, asked && before.removeIf(ALL::equals));
    }

    String[] array() {
        return words.toArray(new String[0]);
    }

    /// Tells whether nothing but help was asked for.
    boolean alone() {
        return words.size() == 1 && help(words.getFirst());
    }

    private static boolean help(String word) {
        return word.equals("help") || word.equals("--help") || word.equals("-h");
    }
}
