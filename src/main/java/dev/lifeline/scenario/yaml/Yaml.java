package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.word.NumberText;
import java.util.List;

/// A value of a YAML file, with the place where it stands.
public sealed interface Yaml {

    Position position();

    /// Counts the values that it is made of, itself and what aliases stand for included.
    int size();

    /// Names it for a person.
    String what();

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
    }

    /// Keys with values, in the order of the file; no key is there twice.
    record Mapping(List<Entry> entries, int size, Position position) implements Yaml {
        @Override
        public String what() {
            return "a group of words with values";
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
