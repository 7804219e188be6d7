package dev.lifeline.scenario.predict;

import dev.lifeline.scenario.Expectation;
import java.util.List;

/// Expectations that decide a prediction: all of them hold where it is so.
///
/// @param parts in the words of `expect`; none where no run can show it
public record Proof(List<Expectation> parts) {

    /// Nothing that a run could show.
    public static final Proof NONE = new Proof(List.of());

    public Proof {
        parts = List.copyOf(parts);
    }

    /// Says if no run decides it.
    public boolean isEmpty() {
        return parts.isEmpty();
    }
}
