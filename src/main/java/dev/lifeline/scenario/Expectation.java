package dev.lifeline.scenario;

import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.expectation.Nested;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Bound;
import dev.lifeline.scenario.word.NumberText;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.yaml.Position;
import dev.lifeline.text.Durations;
import java.util.List;
import java.util.Objects;

/// Something that must be in the trace.
///
/// @param number from 1
/// @param id what people and programs call it, or `null`
/// @param kind what is looked at
/// @param args which, and what it must be
/// @param position where it stands
public record Expectation(int number, String id, ExpectationKind kind, Args args, Position position) {

    public Expectation {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(args, "args");
        Objects.requireNonNull(position, "position");
    }

    /// Its name: the id, or the number where it has none.
    public String name() {
        return id == null ? Integer.toString(number) : id;
    }

    /// Writes it as its file does: the word and all that it was given. The same before and after a play, whatever came of it.
    public String words() {
        return words(kind, args, false);
    }

    /// @param inside of another expectation, which says of whom it is
    private static String words(ExpectationKind kind, Args args, boolean inside) {
        StringBuilder text = new StringBuilder(kind.label());
        String between = ": ";
        for (Parameter parameter : kind.word().parameters()) {
            Object value = inside && parameter.isWhose() ? null : args.value(parameter.name());
            String written = value == null ? null : written(parameter.type(), value);
            if (written != null && !written.equals(parameter.otherwise())) {
                text.append(between).append(parameter.name()).append(' ').append(written);
                between = ", ";
            }
        }
        return text.toString();
    }

    private static String written(ValueType type, Object value) {
        return value instanceof Bound bound ? bound.text()
                : value instanceof Nested that ? "{" + words(that.kind(), that.args(), true) + "}"
                : value instanceof Double number ? NumberText.decimal(number)
                : value instanceof Long nanos && type == ValueType.TIME ? Durations.text(nanos).replace(" ", "")
                : value instanceof List<?> several ? several.toString() : value.toString();
    }
}
