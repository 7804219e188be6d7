package dev.lifeline.scenario.predict;

import dev.lifeline.scenario.Expectation;
import java.util.ArrayList;
import java.util.List;

/// All that a scenario asks.
///
/// @param predictions in the order of the file
/// @param puzzles in the order of the file
public record Questions(List<Prediction> predictions, List<OrderPuzzle> puzzles) {

    /// Nothing is asked.
    public static final Questions NONE = new Questions(List.of(), List.of());

    public Questions {
        predictions = List.copyOf(predictions);
        puzzles = List.copyOf(puzzles);
    }

    /// Says if nothing is asked.
    public boolean isEmpty() {
        return predictions.isEmpty() && puzzles.isEmpty();
    }

    /// The prediction of this name, or `null`.
    public Prediction prediction(String id) {
        for (Prediction each : predictions) {
            if (each.id().equals(id)) {
                return each;
            }
        }
        return null;
    }

    /// The puzzle of this name, or `null`.
    public OrderPuzzle puzzle(String id) {
        for (OrderPuzzle each : puzzles) {
            if (each.id().equals(id)) {
                return each;
            }
        }
        return null;
    }

    /// Lists all that decides any of them: a play looks for the sake of these, too.
    public List<Expectation> proofs() {
        List<Expectation> all = new ArrayList<>();
        for (Prediction each : predictions) {
            all.addAll(each.proof().parts());
            options(each.options(), all);
            if (each.seeing() != null) {
                all.addAll(each.seeing().proof().parts());
                options(each.seeing().options(), all);
            }
        }
        return all;
    }

    private static void options(List<Option> options, List<Expectation> into) {
        for (Option each : options) {
            into.addAll(each.proof().parts());
        }
    }
}
