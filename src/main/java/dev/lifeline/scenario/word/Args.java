package dev.lifeline.scenario.word;

import dev.lifeline.model.Lane;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values that a word of a scenario was given, checked already: each is there with the type that its parameter has, or not
/// there. What was not given and has a default ([Parameter#otherwise()]) is there with it.
///
/// @param values by the name of the parameter: String, Long (whole numbers, bytes, nanoseconds), Double, Boolean, [Bound], List of
///     String, Map of String to List of String, or [dev.lifeline.scenario.expectation.Nested]
public record Args(Map<String, Object> values) {

    /// Holds no values.
    public static final Args NONE = new Args(Map.of());

    public Args {
        values = Map.copyOf(values);
    }

    /// Tells whether the parameter was given.
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// The value, or `null`.
    public Object value(String name) {
        return values.get(name);
    }

    /// A text, or `null`.
    public String text(String name) {
        return (String) values.get(name);
    }

    /// A text, or what stands in for it.
    public String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /// A whole number, a size in bytes, or a time in nanoseconds; 0 where it was not given.
    public long number(String name) {
        return number(name, 0);
    }

    /// A whole number, a size in bytes, or a time in nanoseconds; otherwise what stands in for it.
    public long number(String name, long otherwise) {
        return has(name) ? (Long) values.get(name) : otherwise;
    }

    /// A number that may have a point; otherwise what stands in for it.
    public double decimal(String name, double otherwise) {
        return has(name) ? (Double) values.get(name) : otherwise;
    }

    /// A yes or no; `false` where it was not given.
    public boolean flag(String name) {
        return has(name) && (Boolean) values.get(name);
    }

    /// A bound such as `>= 2`, or `null`.
    public Bound bound(String name) {
        return (Bound) values.get(name);
    }

    /// One end of a connection, `client` or `server`; or `null`.
    public Lane lane(String name) {
        return has(name) ? text(name).equals(Lane.CLIENT.label()) ? Lane.CLIENT : Lane.SERVER : null;
    }

    /// Target, or `null`.
    public TargetText target(String name) {
        return has(name) ? TargetText.target(text(name)) : null;
    }

    /// Source, or `null`.
    public TargetText source(String name) {
        return has(name) ? TargetText.source(text(name)) : null;
    }

    /// The same values, but for one.
    public Args with(String name, Object value) {
        Map<String, Object> others = new HashMap<>(values);
        others.put(name, value);
        return new Args(others);
    }

    /// A list of texts; empty where it was not given.
    @SuppressWarnings("unchecked") // the reader checked it
    public List<String> texts(String name) {
        return has(name) ? (List<String>) values.get(name) : List.of();
    }

    /// Answers by name; empty where it was not given.
    @SuppressWarnings("unchecked") // the reader checked it
    public Map<String, List<String>> answers(String name) {
        return has(name) ? (Map<String, List<String>>) values.get(name) : Map.of();
    }
}
