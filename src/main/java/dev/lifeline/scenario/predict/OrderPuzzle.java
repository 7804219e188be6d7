package dev.lifeline.scenario.predict;

import dev.lifeline.scenario.word.EventText;
import dev.lifeline.scenario.yaml.Position;
import java.util.List;
import java.util.Objects;

/// Events that a person puts in order before they happen. The order is this run's own: it stands in no key.
///
/// @param id what reports and other programs call it
/// @param at the label of the step before which it is asked
/// @param ask the question
/// @param because what is told with the order of the run; `null` where nothing is
/// @param events in the order in which they are shown, 3 to 9
/// @param never those among them that do not happen: they are left out of the answer
/// @param loose pairs that may stand either way round, however they fell in this run
/// @param position where it stands
public record OrderPuzzle(String id, String at, String ask, String because, List<EventText> events, List<EventText> never,
                          List<Loose> loose, Position position) {

    /// The fewest events that there is something to put in order of, and the most that a person can overlook.
    public static final int FEWEST = 3;
    public static final int MOST = 9;

    /// Two events of which it does not matter which comes first.
    public record Loose(EventText one, EventText other) {
        public Loose {
            Objects.requireNonNull(one, "one");
            Objects.requireNonNull(other, "other");
        }
    }

    public OrderPuzzle {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(ask, "ask");
        Objects.requireNonNull(position, "position");
        events = List.copyOf(events);
        never = List.copyOf(never);
        loose = List.copyOf(loose);
    }

    /// Says if it does not matter which of two comes first.
    public boolean isLoose(EventText one, EventText other) {
        return loose.contains(new Loose(one, other)) || loose.contains(new Loose(other, one));
    }
}
