package dev.lifeline.file.codec;

import java.util.List;

/// Rows that stand beside each other, told apart by a word in their object.
///
/// @param <T> what they all are
interface KindTable<T> {

    /// The row of a value's kind.
    CodecRow<? extends T> row(T value);

    /// All rows.
    List<CodecRow<? extends T>> rows();
}
