package dev.lifeline.glossary;

import java.util.List;
import java.util.Locale;

/// A word of the field, in the tool's own use of it.
///
/// @param names the word as screens write it, first the one that it is listed by
/// @param others further spellings that find it
/// @param text two to six sentences in ASCII
/// @param picture lines of at most [#PICTURE_WIDTH] columns; empty where a picture would say no more
/// @param scenarios names of scenarios of the catalogue that show it
/// @param sources RFC sections, manual pages, kernel headers and sysctls
/// @param see words beside it
public record Term(List<String> names, List<String> others, String text, List<String> picture, List<String> scenarios,
                   List<String> sources, List<String> see) {

    /// Columns of a picture at most: it is drawn with an indent of two on 80.
    public static final int PICTURE_WIDTH = 76;

    public Term {
        names = List.copyOf(names);
        others = List.copyOf(others);
        picture = List.copyOf(picture);
        scenarios = List.copyOf(scenarios);
        sources = List.copyOf(sources);
        see = List.copyOf(see);
    }

    /// The word as a person types it after `trace help`: without blanks.
    public String word() {
        return typed(names.getFirst());
    }

    /// The word of a name: `accept queue` is typed `accept-queue`.
    public static String typed(String name) {
        return name.replace(' ', '-');
    }

    /// The name without all that people write in different ways: `TIME-WAIT`, `time_wait` and `Time Wait` are one.
    static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != ' ' && c != '-' && c != '_') {
                key.append(c);
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }
}
