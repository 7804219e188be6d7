package dev.lifeline.scenario.predict;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import dev.lifeline.scenario.word.WordKind;
import java.util.List;

/// The groups of words that questions are made of: reader, JSON Schema and help go by them.
public enum PredictWord implements WordKind {
    PREDICT("predict") {
        @Override
        public Word word() {
            return asked(label(), "A question that is asked just before a step runs.").and(
                    optional("confidence", ValueType.FLAG, "whether it is asked how sure the person is, 1 to 3").otherwise("true"),
                    optional("transfer", ValueType.FLAG, "whether no run shows it: then it has no proof and is not judged")
                            .otherwise("false"));
        }

        @Override
        public List<Part> parts() {
            return List.of(OPTIONS, new Part("proof", false, "what must be seen where the right answer is right, in the words of expect"),
                    new Part("see", false, "what is asked once it was seen, before anything is explained: ask, options and proof"));
        }
    },
    OPTION("option") {
        @Override
        public Word word() {
            return Word.of(label(), "An answer that can be chosen.",
                    required("id", ValueType.NAME, "what reports and other programs call it"),
                    required("say", ValueType.TEXT, "the answer, as a person would say it"),
                    required("because", ValueType.TEXT, "why it is so; of a wrong one, why it tempts and what it overlooks"),
                    optional("right", ValueType.FLAG, "whether it is what happens; exactly one is").otherwise("false"),
                    optional("belief", ValueType.WORD, "what somebody believes who chooses it; for wrong ones").of(Belief.labels()));
        }

        @Override
        public List<Part> parts() {
            return List.of(new Part("proof", false, "of a wrong answer, what would be seen if it were so, in the words of expect"));
        }
    },
    SEE("see") {
        @Override
        public Word word() {
            return Word.of(label(), "A question for what was seen.", required("ask", ValueType.TEXT, "the question"));
        }

        @Override
        public List<Part> parts() {
            return List.of(OPTIONS, new Part("proof", false, "what decides it, in the words of expect (default: the prediction's proof)"));
        }
    },
    ORDER("order") {
        @Override
        public Word word() {
            return asked(label(), "Events that a person puts in order before they happen.").and(
                    optional("because", ValueType.TEXT, "what is told with the order of the run"),
                    required("events", ValueType.EVENTS, "what is put in order, " + OrderPuzzle.FEWEST + " to " + OrderPuzzle.MOST
                            + ", as they are shown"));
        }

        @Override
        public List<Part> parts() {
            return List.of(new Part("never", false, "those of the events that do not happen"),
                    new Part("loose", false, "pairs of the events that may stand either way round"));
        }
    };

    private static final Part OPTIONS =
            new Part("options", true, "the answers that can be chosen, " + Prediction.FEWEST + " to " + Prediction.MOST);

    private final String label;

    PredictWord(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /// A group for something that is asked before a step.
    private static Word asked(String label, String doc) {
        return Word.of(label, doc, required("id", ValueType.NAME, "what reports and other programs call it"),
                required("at", ValueType.STEP, "the step before which it is asked"), required("ask", ValueType.TEXT, "the question"));
    }

    /// Lists what stands in the group besides single values.
    public abstract List<Part> parts();

    /// A list or a group inside of the group.
    ///
    /// @param name as it stands in the file
    /// @param required whether it must be there
    /// @param doc what it is for, in one line
    public record Part(String name, boolean required, String doc) {
    }
}
