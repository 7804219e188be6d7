package dev.lifeline.wording.step;

/// Predictions in words.
public final class PredictWords {

    /// A run that decided nothing.
    public static final String NOT_SHOWN = "nothing about it: this run showed none of these answers";
    /// A prediction that no run decides.
    public static final String NO_RUN = "no run of this walk shows it";

    private static final String[] SURE = {"", "a guess", "rather sure", "sure"};

    private PredictWords() {
    }

    /// Writes how sure a person was; empty where that was not said.
    ///
    /// @param confidence 1 to 3, or 0
    /// @param before stands before it
    public static String sure(int confidence, String before) {
        return confidence == 0 ? "" : before + SURE[confidence] + " (" + confidence + " of 3)";
    }

    /// Writes that a run went another way than the one that is asked about.
    ///
    /// @param went when its events were; empty where that would not tell why
    public static String notComeTo(String went) {
        return "this run did not come to it: " + (went.isEmpty() ? "what was asked about did not happen as asked" : went);
    }

    /// Writes that there are questions at a stop.
    public static String offer(int questions) {
        return questions == 1 ? "what comes next? p asks you before it runs" : "what comes next? " + questions + " questions: p asks them before it runs";
    }

    /// Writes that something stands before what came earlier.
    public static String tooEarly(String event, String before) {
        return event + ": " + before + " came before it";
    }

    /// Writes that something was said to happen and did not.
    public static String neverHappened(String event) {
        return event + ": it was never seen in this run";
    }

    /// Writes that something was left out and happened.
    public static String leftOut(String event) {
        return event + ": it was left out, and it happened";
    }
}
