package dev.lifeline.step.face;

import dev.lifeline.model.Labelled;
import java.util.List;

/// A way in which a walk is shown.
public enum Face implements Labelled {
    /// Cards that append, one below the other: copy, scroll-back and recording of a terminal keep working.
    LINE("line"),
    /// A screen that is painted anew at each stop.
    FULL("full"),
    /// Few and short lines with room between them, for a projector.
    BIG("big"),
    /// Sentences and numbered choices, for a screen reader.
    PLAIN("plain");

    private final String word;

    Face(String word) {
        this.word = word;
    }

    /// Its name for people.
    @Override
    public String label() {
        return word;
    }

    /// All names, the default first.
    public static List<String> words() {
        return Labelled.labels(values());
    }

    /// The face of this name; `null` where there is none.
    public static Face named(String word) {
        for (Face face : values()) {
            if (face.word.equals(word)) {
                return face;
            }
        }
        return null;
    }
}
