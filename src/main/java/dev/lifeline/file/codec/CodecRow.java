package dev.lifeline.file.codec;

import dev.lifeline.file.codec.value.LineMistake;
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

    /// Hands each field its value, in the order of the fields.
    interface Write<T> {
        void write(T value, FieldWriter out);
    }

    /// Makes the value of what the fields hold, asked for in the order of the fields.
    interface Read<T> {
        T read(FieldReader in) throws LineMistake;
    }

    /// A row of which only name and fields are known. Two lambdas make the rest: the start-up cache holds them, so that a run with
    /// it starts as fast as with a class for each row; without it a replay takes some 30 ms longer.
    record Named(String name, String meaning, Field... fields) {

        <T> CodecRow<T> of(Write<T> write, Read<T> read) {
            return new CodecRow<>(name, meaning, fields) {
                @Override
                void write(T value, FieldWriter out) {
                    write.write(value, out);
                }

                @Override
                T read(FieldReader in) throws LineMistake {
                    return read.read(in);
                }
            };
        }

        /// The row of a line that a reader passes over.
        <T> CodecRow<T> of(Write<T> write) {
            return of(write, in -> {
                throw new UnsupportedOperationException("a line of the type " + name + " is passed over");
            });
        }
    }

    /// Begins a row.
    ///
    /// @param name as it stands in the file
    /// @param meaning one or more sentences for the description of the format
    /// @param fields in the order in which they are written and read
    static Named named(String name, String meaning, Field... fields) {
        return new Named(name, meaning, fields);
    }

    /// Makes the row of what has no fields: all of this name are the same object.
    static <T> CodecRow<T> constant(T constant, String name, String meaning) {
        return named(name, meaning).of((value, out) -> { }, in -> constant);
    }
}
