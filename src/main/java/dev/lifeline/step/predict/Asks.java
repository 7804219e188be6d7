package dev.lifeline.step.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Ways to meet the questions of a walk.
public enum Asks {
    /// Asked by itself at each stop that has one.
    ASK,
    /// A line of the card says that there is one.
    OFFER,
    /// Nothing is asked.
    OFF;

    /// The word for it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The words of all.
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Asks each : values()) {
            words.add(each.word());
        }
        return words;
    }

    /// The one of this word; `null` where none has it.
    public static Asks of(String word) {
        for (Asks each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return null;
    }
}
