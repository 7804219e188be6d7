package dev.lifeline.scenario.word;

import dev.lifeline.scenario.Need;
import java.util.List;
import java.util.Objects;

/// Something that a word of a scenario can be given.
///
/// @param name as it stands in the file
/// @param type what its value may be
/// @param required whether it must be there
/// @param otherwise what it is where it is not there, as it would stand in the file; the reader puts it into [Args]. `null` where
///     then nothing is done or asked about it
/// @param words the words that there are, for [ValueType#WORD] and [ValueType#WORDS]; the kinds that an [ValueType#ACTOR] may be
///     of, empty for all
/// @param need what must stand under `needs` of a scenario that gives it, or `null`
/// @param doc what it is for, in one line
public record Parameter(String name, ValueType type, boolean required, String otherwise, List<String> words, Need need,
                        String doc) {

    public Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(doc, "doc");
        words = List.copyOf(words);
    }

    public static Parameter optional(String name, ValueType type, String doc) {
        return new Parameter(name, type, false, null, List.of(), null, doc);
    }

    public static Parameter required(String name, ValueType type, String doc) {
        return new Parameter(name, type, true, null, List.of(), null, doc);
    }

    /// Gives it a default, as it would stand in the file.
    public Parameter otherwise(String text) {
        return new Parameter(name, type, required, text, words, need, doc);
    }

    /// The words that there are.
    public Parameter of(String... those) {
        return new Parameter(name, type, required, otherwise, List.of(those), need, doc);
    }

    public Parameter of(List<String> those) {
        return new Parameter(name, type, required, otherwise, those, need, doc);
    }

    /// The same, for scenarios that have this under `needs`.
    public Parameter needing(Need what) {
        return new Parameter(name, type, required, otherwise, words, what, doc);
    }
}
