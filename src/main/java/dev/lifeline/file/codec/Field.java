package dev.lifeline.file.codec;

import tools.jackson.core.io.SerializedString;
import tools.jackson.core.util.Named;

/// A field of a [CodecRow]. A name has one [Stored] type wherever it stands, so that a line can be taken in before it is known
/// what it says, in whatever order its fields come.
///
/// @param label the name as it stands in the file, ready to be written
/// @param type what it holds
/// @param required a line without it is refused
/// @param least the smallest number
/// @param most the greatest number; of HEX how many bytes at most
/// @param absent of an optional number the value that stands for one that is left out
/// @param words of a WORD, else `null`
/// @param row of an OBJECT or OBJECTS, else `null`
/// @param kinds of a KIND, else `null`
/// @param meaning a sentence for the description of the format; `null` where that of the words or the row says it all
record Field(SerializedString label, Type type, boolean required, long least, long most, long absent, EnumWords<?> words,
             CodecRow<?> row, KindTable<?> kinds, String meaning) implements Named {

    /// The ways in which the value of a field is kept until the row is known: at one place for each name.
    enum Stored { TEXT, WHOLE, FLAG, TEXTS, NAMED_TEXTS, OBJECT, OBJECTS }

    /// The types of fields. Of a KIND the fields of its row follow in the same object.
    enum Type {
        TEXT(Stored.TEXT), TIME(Stored.TEXT), HEX(Stored.TEXT), FLAGS(Stored.TEXT), WORD(Stored.TEXT), KIND(Stored.TEXT),
        WHOLE(Stored.WHOLE), FLAG(Stored.FLAG), TEXTS(Stored.TEXTS), NAMED_TEXTS(Stored.NAMED_TEXTS), OBJECT(Stored.OBJECT),
        OBJECTS(Stored.OBJECTS);

        final Stored stored;

        Type(Stored stored) {
            this.stored = stored;
        }
    }

    private static Field of(String name, Type type, String meaning) {
        return new Field(new SerializedString(name), type, true, 0, 0, 0, null, null, null, meaning);
    }

    static Field text(String name, String meaning) {
        return of(name, Type.TEXT, meaning);
    }

    /// A list of texts.
    static Field texts(String name, String meaning) {
        return of(name, Type.TEXTS, meaning);
    }

    /// An object of texts under names that are not known before.
    static Field namedTexts(String name, String meaning) {
        return of(name, Type.NAMED_TEXTS, meaning);
    }

    /// A moment (RFC 3339, UTC).
    static Field time(String name, String meaning) {
        return of(name, Type.TIME, meaning);
    }

    /// The control bits of a segment.
    static Field flags(String name, String meaning) {
        return of(name, Type.FLAGS, meaning);
    }

    /// True or false.
    static Field flag(String name, String meaning) {
        return of(name, Type.FLAG, meaning);
    }

    /// Bytes in hexadecimal.
    ///
    /// @param most how many bytes at most
    static Field hex(String name, int most, String meaning) {
        return new Field(new SerializedString(name), Type.HEX, true, 0, most, 0, null, null, null, meaning);
    }

    /// A constant of an enum.
    ///
    /// @param meaning may be `null`
    static Field word(String name, EnumWords<?> words, String meaning) {
        return new Field(new SerializedString(name), Type.WORD, true, 0, 0, 0, words, null, null, meaning);
    }

    /// Any number of 64 bits with a sign.
    static Field whole(String name, String meaning) {
        return range(name, Long.MIN_VALUE, Long.MAX_VALUE, meaning);
    }

    /// A number of bytes, nanoseconds or events.
    static Field size(String name, String meaning) {
        return range(name, 0, Long.MAX_VALUE, meaning);
    }

    /// A number of few things.
    static Field count(String name, String meaning) {
        return range(name, 0, Integer.MAX_VALUE, meaning);
    }

    /// The sequence number of another event; -1 where that was dropped, or where there is none.
    static Field reference(String name, String meaning) {
        return range(name, -1, Long.MAX_VALUE, meaning);
    }

    static Field range(String name, long least, long most, String meaning) {
        return new Field(new SerializedString(name), Type.WHOLE, true, least, most, 0, null, null, null, meaning);
    }

    /// An object of this row.
    ///
    /// @param meaning may be `null`
    static Field object(String name, CodecRow<?> row, String meaning) {
        return new Field(new SerializedString(name), Type.OBJECT, true, 0, 0, 0, null, row, null, meaning);
    }

    /// A list of objects of this row.
    static Field objects(String name, CodecRow<?> row, String meaning) {
        return new Field(new SerializedString(name), Type.OBJECTS, true, 0, 0, 0, null, row, null, meaning);
    }

    /// The name of one of these rows, and its fields beside it.
    static Field kind(String name, KindTable<?> kinds, String meaning) {
        return new Field(new SerializedString(name), Type.KIND, true, 0, 0, 0, null, null, kinds, meaning);
    }

    static Field endpoint(String name, String meaning) {
        return object(name, ValueRows.ENDPOINT, meaning);
    }

    /// The same field, which may be left out: `null`.
    Field optional() {
        return optional(0);
    }

    /// The same number, which may be left out.
    ///
    /// @param absent stands for one that is left out
    Field optional(long absent) {
        return new Field(label, type, false, least, most, absent, words, row, kinds, meaning);
    }

    @Override
    public String getName() {
        return label.getValue();
    }
}
