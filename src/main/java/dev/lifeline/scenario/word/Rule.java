package dev.lifeline.scenario.word;

import java.util.ArrayList;
import java.util.List;

/// Something that must hold between the parameters of a word.
///
/// @param kind how they belong together
/// @param names the parameters that it is about; for [Kind#ONLY_WITH] the one that is given, the one that it goes with, and the
///     value of that one
/// @param why the end of the sentence that tells a person, for example `one of them says what is written`
public record Rule(Kind kind, List<String> names, String why) {

    /// Ways in which parameters belong together.
    public enum Kind {
        /// At least one of them is given.
        SOME,
        /// Exactly one of two is given.
        ONE,
        /// Two are not given together.
        NOT_BOTH,
        /// The first is given only where the second, if it is given, has this value.
        ONLY_WITH,
        /// The first is given only where the second is.
        WITH
    }

    public Rule {
        names = List.copyOf(names);
    }

    public static Rule some(String... names) {
        return new Rule(Kind.SOME, List.of(names), "");
    }

    /// At least one of all that a word has.
    public static Rule some(List<Parameter> parameters) {
        List<String> names = new ArrayList<>();
        for (Parameter each : parameters) {
            names.add(each.name());
        }
        return new Rule(Kind.SOME, names, "");
    }

    public static Rule one(String name, String other, String why) {
        return new Rule(Kind.ONE, List.of(name, other), why);
    }

    public static Rule notBoth(String name, String other, String why) {
        return new Rule(Kind.NOT_BOTH, List.of(name, other), why);
    }

    public static Rule with(String name, String other, String why) {
        return new Rule(Kind.WITH, List.of(name, other), why);
    }

    public static Rule onlyWith(String name, String other, String value, String why) {
        return new Rule(Kind.ONLY_WITH, List.of(name, other, value), why);
    }
}
