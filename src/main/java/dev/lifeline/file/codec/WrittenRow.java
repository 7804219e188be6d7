package dev.lifeline.file.codec;

/// The row of a line that is only for readers without the events: a replay finds the same again, and passes over it.
abstract class WrittenRow<T> extends CodecRow<T> {

    WrittenRow(String name, String meaning, Field... fields) {
        super(name, meaning, fields);
    }

    @Override
    final T read(FieldReader in) {
        throw new UnsupportedOperationException("a line of the type " + name() + " is passed over");
    }
}
