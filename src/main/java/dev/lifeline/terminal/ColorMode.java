package dev.lifeline.terminal;

import java.util.List;
import java.util.Map;

/// When to use colour: the value of `--color`.
public enum ColorMode {
    /// When standard output is a terminal that has colours and nobody asked for none.
    AUTO("auto"),
    ALWAYS("always"),
    NEVER("never");

    private final String word;

    ColorMode(String word) {
        this.word = word;
    }

    /// The words of all.
    public static List<String> words() {
        return List.of(AUTO.word, ALWAYS.word, NEVER.word);
    }

    /// The one of a word, or `null` where there is none.
    ///
    /// @param word in small letters
    public static ColorMode asked(String word) {
        return word.equals(AUTO.word) ? AUTO : word.equals(ALWAYS.word) ? ALWAYS : word.equals(NEVER.word) ? NEVER : null;
    }

    /// The one decision about colour in the program.
    ///
    /// @param environment the process environment: `NO_COLOR` and `TERM`
    /// @param terminal whether standard output is a terminal
    public boolean decide(Map<String, String> environment, boolean terminal) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> terminal
                    && !refused(environment)
                    && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        };
    }

    /// Tells whether the environment asks for no colour (no-color.org: any text but the empty one).
    public static boolean refused(Map<String, String> environment) {
        return !environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
