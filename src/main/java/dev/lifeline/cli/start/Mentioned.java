package dev.lifeline.cli.start;

import java.util.List;

/// Which options a command line can mean, found out before there are any: an option costs a start some tenths of a millisecond, and
/// most command lines mention two of forty. Where the answer is not plain from the words, all options are meant; and what picocli
/// refuses with few, it reads again with all, so that errors and suggestions know them.
public final class Mentioned {

    /// Every option there is, as help needs it.
    public static final Mentioned ALL = new Mentioned(null);

    private final List<String> words;

    private Mentioned(List<String> words) {
        this.words = words;
    }

    /// Finds the options that these words can mean.
    public static Mentioned by(String... words) {
        for (String word : words) {
            if (!plain(word)) {
                return ALL;
            }
        }
        return new Mentioned(List.of(words));
    }

    /// Short options can stand together in one word, or with their value, a value can look like an option, and help shows everything.
    private static boolean plain(String word) {
        boolean several = word.startsWith("-") && !word.startsWith("--") && word.length() > 2 || word.equals("-h");
        return !several && !word.contains("=-") && !word.equals("--help") && !word.startsWith("--help=");
    }

    /// Tells whether these are all options, and not those of one command line.
    public boolean all() {
        return words == null;
    }

    /// Tells whether an option with one of these names is meant, as in `--count` or `--count=3`.
    public boolean any(String... names) {
        if (all()) {
            return true;
        }
        for (String name : names) {
            for (String word : words) {
                if (word.startsWith(name) && (word.length() == name.length() || word.charAt(name.length()) == '=')) {
                    return true;
                }
            }
        }
        return false;
    }
}
