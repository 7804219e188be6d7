package dev.lifeline.step.predict;

import dev.lifeline.scenario.predict.Option;
import dev.lifeline.scenario.predict.Prediction;
import java.util.Objects;

/// A prediction that was asked, and what was answered.
///
/// @param prediction which
/// @param choice the answer; `null` for "don't know"
/// @param confidence how sure the person was, 1 to 3; 0 where it was not asked
/// @param stop the number of the stop at which it was asked
/// @param saw what the person saw afterwards, of the prediction's [dev.lifeline.scenario.predict.Seeing]; `null` where it was not asked
///     yet, or not known
public record Answered(Prediction prediction, Option choice, int confidence, int stop, Option saw) {

    /// The highest confidence.
    public static final int SURE = 3;

    public Answered {
        Objects.requireNonNull(prediction, "prediction");
        if (confidence < 0 || confidence > SURE) {
            throw new IllegalArgumentException("a confidence is 1 to " + SURE + ", or 0 for none");
        }
    }

    /// An answer of which nothing was seen yet.
    public Answered(Prediction prediction, Option choice, int confidence, int stop) {
        this(prediction, choice, confidence, stop, null);
    }

    /// Says if the person did not know.
    public boolean isOpen() {
        return choice == null;
    }

    /// The same with what the person saw.
    public Answered seeing(Option what) {
        return new Answered(prediction, choice, confidence, stop, what);
    }
}
