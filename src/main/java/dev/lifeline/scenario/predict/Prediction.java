package dev.lifeline.scenario.predict;

import dev.lifeline.scenario.yaml.Position;
import java.util.List;
import java.util.Objects;

/// A question that is asked just before a step runs: then its answer does not exist yet.
///
/// @param id what reports and other programs call it
/// @param at the label of the step before which it is asked
/// @param ask the question
/// @param options the answers that can be chosen, 2 to 4; one of them is right
/// @param confidence whether it is asked how sure the person is
/// @param proof what the run must show where the right answer is right; empty for one that is [#transfer]
/// @param seeing what is asked once it was seen; `null` where nothing is
/// @param transfer whether no run shows it: an answer is told and not judged
/// @param position where it stands
public record Prediction(String id, String at, String ask, List<Option> options, boolean confidence, Proof proof, Seeing seeing,
                         boolean transfer, Position position) {

    /// The fewest answers that can be chosen, and the most.
    public static final int FEWEST = 2;
    public static final int MOST = 4;

    public Prediction {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(ask, "ask");
        Objects.requireNonNull(proof, "proof");
        Objects.requireNonNull(position, "position");
        options = List.copyOf(options);
    }

    /// The answer that is right.
    public Option right() {
        return right(options);
    }

    /// The answer of this name, or `null`.
    public Option option(String wanted) {
        return option(options, wanted);
    }

    static Option right(List<Option> options) {
        for (Option each : options) {
            if (each.right()) {
                return each;
            }
        }
        throw new IllegalStateException("the reader takes no question without a right answer");
    }

    static Option option(List<Option> options, String wanted) {
        for (Option each : options) {
            if (each.id().equals(wanted)) {
                return each;
            }
        }
        return null;
    }
}
