package dev.lifeline.step.predict;

import dev.lifeline.model.Labelled;
import java.util.List;
import java.util.Locale;

/// Ways to meet the questions of a walk.
public enum Asks implements Labelled {
    /// Asked by itself at each stop that has one.
    ASK,
    /// A line of the card says that there is one.
    OFFER,
    /// Nothing is asked.
    OFF;

    /// The word for it.
    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The words of all.
    public static List<String> words() {
        return Labelled.labels(values());
    }

    /// The one of this word; `null` where none has it.
    public static Asks of(String word) {
        for (Asks each : values()) {
            if (each.label().equals(word)) {
                return each;
            }
        }
        return null;
    }
}
