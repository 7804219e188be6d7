package dev.lifeline.step.face;

import java.util.ArrayList;
import java.util.List;

/// A way in which a walk is shown.
public enum Face {
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
    public String word() {
        return word;
    }

    /// All names, the default first.
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Face face : values()) {
            words.add(face.word);
        }
        return words;
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
