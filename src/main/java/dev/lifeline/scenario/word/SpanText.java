package dev.lifeline.scenario.word;

import dev.lifeline.scenario.word.EventText.Kind;
import dev.lifeline.scenario.word.EventText.Moment;
import java.util.Objects;

/// A stretch of time, as scenarios write it: the label of a step (`burst`), a stage (`client connect`), or from one event to
/// another (`client connect finished .. peer accept finished`).
///
/// @param from where it begins
/// @param to where it ends
public record SpanText(EventText from, EventText to) {

    /// Stands between the two ends.
    public static final String BETWEEN = " .. ";

    public SpanText {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /// Takes a text apart. Whether there are such actors and labels is not looked at.
    ///
    /// @throws IllegalArgumentException with what is wrong, and how it is written
    public static SpanText parse(String text) {
        String value = text.strip();
        int between = value.indexOf(BETWEEN);
        if (between >= 0) {
            return new SpanText(EventText.parse(value.substring(0, between)),
                    EventText.parse(value.substring(between + BETWEEN.length())));
        }
        if (value.isEmpty()) {
            throw new IllegalArgumentException("there is nothing in it");
        }
        if (value.indexOf(' ') < 0) {
            return new SpanText(new EventText(Kind.STEP, null, value, 0, Moment.STARTED),
                    new EventText(Kind.STEP, null, value, 0, Moment.FINISHED));
        }
        EventText stage = EventText.parse(value);
        if (stage.kind() == Kind.PACKET || stage.moment() != Moment.END) {
            throw new IllegalArgumentException("one moment has no length");
        }
        return new SpanText(new EventText(stage.kind(), stage.actor(), stage.what(), stage.attempt(), Moment.STARTED), stage);
    }
}
