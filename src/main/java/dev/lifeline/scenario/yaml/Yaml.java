package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.word.NumberText;
import java.util.ArrayList;
import java.util.List;

/// A value of a YAML file, with the place where it stands.
public sealed interface Yaml {

    Position position();

    /// Counts the values that it is made of, itself and what aliases stand for included.
    int size();

    /// Names it for a person.
    String what();

    /// The same at another place.
    Yaml at(Position place);

    /// The value that an alias stands for: it stands where the alias does; what is in it stays where its text is, used there.
    static Yaml aliased(Yaml value, String name, Position use) {
        return used(value, use).at(new Position(use.line(), use.column(), "*" + name + " is in line " + value.position().line()));
    }

    /// The same value with everything in it used in another line as well.
    private static Yaml used(Yaml value, Position use) {
        return switch (value) {
            case Text text -> new Text(text.value(), text.plain(), used(text.position(), use));
            case Sequence list -> {
                List<Yaml> items = new ArrayList<>(list.items().size());
                for (Yaml item : list.items()) {
                    items.add(used(item, use));
                }
                yield new Sequence(List.copyOf(items), list.size(), used(list.position(), use));
            }
            case Mapping group -> {
                List<Entry> entries = new ArrayList<>(group.entries().size());
                for (Entry entry : group.entries()) {
                    entries.add(new Entry((Text) used(entry.key(), use), used(entry.value(), use)));
                }
                yield new Mapping(List.copyOf(entries), group.size(), used(group.position(), use));
            }
        };
    }

    private static Position used(Position position, Position use) {
        return position.by() != null ? position : new Position(position.line(), position.column(), "used in line " + use.line());
    }

    /// A scalar.
    ///
    /// @param value as it is read
    /// @param plain whether it stands without quotes, so that it may be a number, true, false or nothing
    record Text(String value, boolean plain, Position position) implements Yaml {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public String what() {
            return isNothing() ? "nothing" : plain && isFlag() ? value : plain && isNumber() ? "the number " + value : "a text";
        }

        @Override
        public Text at(Position place) {
            return new Text(value, plain, place);
        }

        boolean isNothing() {
            return plain && (value.isEmpty() || value.equals("~") || value.equals("null"));
        }

        boolean isFlag() {
            return plain && (value.equals("true") || value.equals("false"));
        }

        /// Tells whether YAML's core schema (YAML 1.2.2 section 10.3.2) takes it for a number.
        boolean isNumber() {
            return plain && NumberText.isYamlNumber(value);
        }

        /// Tells whether it is a text and nothing else.
        boolean isText() {
            return !isNothing() && !isFlag() && !isNumber();
        }
    }

    /// A list.
    record Sequence(List<Yaml> items, int size, Position position) implements Yaml {
        @Override
        public String what() {
            return "a list";
        }

        @Override
        public Sequence at(Position place) {
            return new Sequence(items, size, place);
        }
    }

    /// Keys with values, in the order of the file; no key is there twice.
    record Mapping(List<Entry> entries, int size, Position position) implements Yaml {
        @Override
        public String what() {
            return "a group of words with values";
        }

        @Override
        public Mapping at(Position place) {
            return new Mapping(entries, size, place);
        }

        /// The value of a key, or `null`.
        public Yaml get(String key) {
            for (Entry entry : entries) {
                if (entry.key().value().equals(key)) {
                    return entry.value();
                }
            }
            return null;
        }
    }

    /// A key with its value.
    record Entry(Text key, Yaml value) {
    }
}
