package dev.lifeline.scenario.yaml;

import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.util.List;

/// Shapes that several parts of a file have in common.
final class Shapes {

    private Shapes() {
    }

    /// The items of a list that must not be empty; none where it is no list.
    static List<Yaml> items(Yaml value, String name, String each, Problems problems) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Yaml.Sequence sequence && !sequence.items().isEmpty()) {
            return sequence.items();
        }
        boolean empty = value instanceof Yaml.Sequence || value instanceof Yaml.Text text && text.isNothing();
        problems.add(value.position(), name + " is " + (empty ? "empty" : "a list, and here stands " + value.what())
                + "; write one line for each, beginning with a hyphen: - " + each);
        return List.of();
    }

    /// Tells that a key does not name a word that there is.
    ///
    /// @param names the words that there are
    static void unknownWord(Yaml.Mapping mapping, String key, String what, List<String> names, Problems problems) {
        Yaml value = mapping.get(key);
        if (value == null) {
            problems.add(mapping.position(), what + " has no " + key + missed(mapping, key, names) + "; write " + key
                    + ": and one of " + Problems.list(names));
        } else if (value instanceof Yaml.Text text && !text.isNothing()) {
            problems.unknown(text.position(), key, text.value(), names);
        } else {
            problems.add(value.position(), key + " is one word, and here stands " + value.what() + "; write one of "
                    + Problems.list(names));
        }
    }

    /// The word that a key names, or `null` where it names none.
    static String word(Yaml.Mapping mapping, String key) {
        return mapping.get(key) instanceof Yaml.Text text ? text.value() : null;
    }

    /// A text that must be there; empty where it is not, and the problems say so.
    static String text(Yaml.Mapping mapping, String key, String what, Problems problems) {
        Yaml value = mapping.get(key);
        if (value == null) {
            problems.add(mapping.position(), what + " has no " + key + "; write " + key + ": and a text");
            return "";
        }
        if (value instanceof Yaml.Text text && text.isText() && !text.value().isBlank()) {
            return text.value();
        }
        boolean plain = value instanceof Yaml.Text text && text.plain() && !text.isNothing();
        problems.add(value.position(), key + " is a text, and here stands " + (value instanceof Yaml.Text text && text.isText()
                ? "an empty one" : value.what()) + (plain ? "; put it in quotes" : "; write " + key + ": and a text"));
        return "";
    }

    /// A key that is nearly the one that is missing.
    private static String missed(Yaml.Mapping mapping, String key, List<String> words) {
        for (Yaml.Entry entry : mapping.entries()) {
            if (entry.key().value().startsWith(key + " ")) {
                return ": the colon after " + key + " is missing";
            }
            if (Nearest.of(entry.key().value(), List.of(key)) != null) {
                return " (" + Quoted.content(entry.key().value()) + " may be meant for it)";
            }
            if (words.contains(entry.key().value())) {
                return " (" + key + ": " + entry.key().value() + " may be meant)";
            }
        }
        return "";
    }
}
