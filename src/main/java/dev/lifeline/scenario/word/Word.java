package dev.lifeline.scenario.word;

import dev.lifeline.scenario.Need;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/// A word of scenarios, with what it can be given.
///
/// @param name as it stands in the file
/// @param doc what it means, in a sentence or two
/// @param need what must be there for a scenario that uses it, or `null`
/// @param parameters in the order in which they are shown
/// @param rules what must hold between them
public record Word(String name, String doc, Need need, List<Parameter> parameters, List<Rule> rules) {

    public Word {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(doc, "doc");
        parameters = List.copyOf(parameters);
        rules = List.copyOf(rules);
    }

    public static Word of(String name, String doc, Parameter... parameters) {
        return new Word(name, doc, null, List.of(parameters), List.of());
    }

    /// The same, with these parameters too, behind the others.
    public Word and(Parameter... more) {
        List<Parameter> all = new ArrayList<>(parameters);
        Collections.addAll(all, more);
        return new Word(name, doc, need, all, rules);
    }

    /// The same, where scenarios that use it need this.
    public Word needing(Need what) {
        return new Word(name, doc, what, parameters, rules);
    }

    /// The same, for those that keep to these rules.
    public Word with(Rule... those) {
        return new Word(name, doc, need, parameters, List.of(those));
    }

    /// The parameter of this name, or `null`.
    public Parameter parameter(String wanted) {
        for (Parameter each : parameters) {
            if (each.name().equals(wanted)) {
                return each;
            }
        }
        return null;
    }
}
