package dev.lifeline.step.predict;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.scenario.word.EventText;
import java.util.List;
import java.util.Objects;

/// An order that was said beside that of the run.
///
/// @param ordered what was said
/// @param right whether it could have been so
/// @param order the events that happened, in the order of the run
/// @param never those that did not happen, as far as the run was seen
/// @param unseen those that cannot be seen here: nothing is said of them
/// @param breaks where it broke first; `null` where it was right, and for "don't know"
/// @param evidence the events of the trace, as many and in the same order as `order`
public record RevealedOrder(Ordered ordered, boolean right, List<EventText> order, List<EventText> never, List<EventText> unseen,
                            Break breaks, List<TraceEvent> evidence) {

    /// A place where a said order is not the run's.
    ///
    /// @param kind what is wrong there
    /// @param event the event that stands wrong
    /// @param before the event that it should have stood after; `null` where that is not what is wrong
    public record Break(Kind kind, EventText event, EventText before) {

        /// Ways in which an order is wrong.
        public enum Kind {
            /// It stands before one that came earlier.
            TOO_EARLY,
            /// It did not happen.
            NEVER_HAPPENED,
            /// It was left out, and happened.
            LEFT_OUT
        }

        public Break {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(event, "event");
        }
    }

    public RevealedOrder {
        Objects.requireNonNull(ordered, "ordered");
        order = List.copyOf(order);
        never = List.copyOf(never);
        unseen = List.copyOf(unseen);
        evidence = List.copyOf(evidence);
    }
}
