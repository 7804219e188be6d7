package dev.lifeline.file.codec;

/// The row of what has no fields: all of this name are the same object.
final class ConstantRow<T> extends CodecRow<T> {

    private final T constant;

    ConstantRow(T constant, String name, String meaning) {
        super(name, meaning);
        this.constant = constant;
    }

    @Override
    void write(T value, FieldWriter out) {
        // The name says it all.
    }

    @Override
    T read(FieldReader in) {
        return constant;
    }
}
