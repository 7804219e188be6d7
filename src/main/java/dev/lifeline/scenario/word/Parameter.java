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
/// @param need what must be there for a scenario that gives it, or `null`
/// @param needing the values for which it needs that; empty for all but the default
/// @param within the numbers that there are, for those types that have some; `null` where the type says all
/// @param doc what it is for, in one line
public record Parameter(String name, ValueType type, boolean required, String otherwise, List<String> words, Need need,
                        List<String> needing, Bound within, String doc) {

    public Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(doc, "doc");
        words = List.copyOf(words);
        needing = List.copyOf(needing);
    }

    public static Parameter optional(String name, ValueType type, String doc) {
        return new Parameter(name, type, false, null, List.of(), null, List.of(), null, doc);
    }

    public static Parameter required(String name, ValueType type, String doc) {
        return new Parameter(name, type, true, null, List.of(), null, List.of(), null, doc);
    }

    /// Gives it a default, as it would stand in the file.
    public Parameter otherwise(String text) {
        return new Parameter(name, type, required, text, words, need, needing, within, doc);
    }

    /// The words that there are.
    public Parameter of(String... those) {
        return new Parameter(name, type, required, otherwise, List.of(those), need, needing, within, doc);
    }

    public Parameter of(List<String> those) {
        return new Parameter(name, type, required, otherwise, those, need, needing, within, doc);
    }

    /// The same, where scenarios that give it need this; with values, only those that give it one of them.
    public Parameter needing(Need what, String... values) {
        return new Parameter(name, type, required, otherwise, words, what, List.of(values), within, doc);
    }

    /// The numbers that there are.
    public Parameter between(long least, long most) {
        return new Parameter(name, type, required, otherwise, words, need, needing, new Bound(least + " to " + most, least, most), doc);
    }

    /// Tells whether it says whose something is, of one actor or of each member of a crowd. Inside of another expectation that one says
    /// it in its place.
    public boolean isWhose() {
        return name.equals("of") && type == ValueType.ACTORS;
    }

    /// Finds what must be there for a scenario that gives it this value; `null` for nothing.
    public Need need(Object value) {
        if (need == null) {
            return null; // the text of a value is not made for nothing
        }
        boolean all = needing.isEmpty() && !value.toString().equals(otherwise);
        return all || needing.contains(value.toString()) ? need : null;
    }
}
