package dev.lifeline.file.codec;

import tools.jackson.core.io.SerializedString;

/// A row of the table of a recording: an event, an outcome, an object in a line or a whole line, with its name and its fields, how
/// its values are handed to them, and how it is made of them. Reader, writer and the published JSON Schema all come from it.
///
/// @param <T> what is written down
public abstract class CodecRow<T> {

    private final SerializedString label;
    private final String meaning;
    private final Field[] fields;

    /// @param name as it stands in the file
    /// @param meaning one or more sentences for the description of the format
    /// @param fields in the order in which they are written and read
    CodecRow(String name, String meaning, Field... fields) {
        this.label = new SerializedString(name);
        this.meaning = meaning;
        this.fields = fields;
    }

    /// Hands each field its value, in the order of the fields.
    abstract void write(T value, FieldWriter out);

    /// Makes the value of what the fields hold, asked for in the order of the fields.
    ///
    /// @throws LineMistake where a field is missing or holds what it cannot
    abstract T read(FieldReader in) throws LineMistake;

    final String name() {
        return label.getValue();
    }

    /// The name, ready to be written.
    final SerializedString label() {
        return label;
    }

    final String meaning() {
        return meaning;
    }

    /// The fields themselves, not a copy: for reading only.
    final Field[] fields() {
        return fields;
    }

    /// Makes the row of what has no fields: all of this name are the same object.
    static <T> CodecRow<T> constant(T constant, String name, String meaning) {
        return new CodecRow<>(name, meaning) {
            @Override
            void write(T value, FieldWriter out) {
                // The name says it all.
            }

            @Override
            T read(FieldReader in) {
                return constant;
            }
        };
    }
}
