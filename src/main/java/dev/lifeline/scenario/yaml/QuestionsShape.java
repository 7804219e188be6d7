package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.predict.Belief;
import dev.lifeline.scenario.predict.Option;
import dev.lifeline.scenario.predict.OrderPuzzle;
import dev.lifeline.scenario.predict.PredictWord;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.scenario.predict.Proof;
import dev.lifeline.scenario.predict.Questions;
import dev.lifeline.scenario.predict.Seeing;
import dev.lifeline.scenario.word.Args;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the part of a file that says what a person is asked.
final class QuestionsShape {

    private static final String PROOF = "{see: order, events: [client connect finished, server accept started]}";

    private static final String PREDICTION = "{id: ..., at: ..., ask: ..., options: ..., proof: ...}";
    private static final String PUZZLE = "{id: ..., at: ..., ask: ..., events: [...]}";
    private static final String OPTION = "{id: ..., say: ..., because: ...}";
    private static final String SEEING = "see: {ask: ..., options: ...}";

    private final Problems problems;
    private final WordCheck words;
    private final Set<String> ids = new HashSet<>();

    QuestionsShape(Problems problems, WordCheck words) {
        this.problems = problems;
        this.words = words;
    }

    Questions read(Yaml.Mapping file) {
        if (file.get("predict") == null && file.get("order") == null) {
            return Questions.NONE;
        }
        List<Prediction> predictions = new ArrayList<>();
        for (Yaml item : Shapes.items(file.get("predict"), "predict", PREDICTION, problems)) {
            if (item instanceof Yaml.Mapping mapping) {
                Prediction prediction = prediction(mapping);
                if (prediction != null) {
                    predictions.add(prediction);
                }
            } else {
                noGroup(item, "a prediction", PREDICTION);
            }
        }
        List<OrderPuzzle> puzzles = new ArrayList<>();
        OrderShape order = new OrderShape(problems);
        for (Yaml item : Shapes.items(file.get("order"), "order", PUZZLE, problems)) {
            if (item instanceof Yaml.Mapping mapping) {
                Given given = given(PredictWord.ORDER, mapping, named("order", mapping));
                unique(given, mapping);
                OrderPuzzle puzzle = order.read(given, mapping);
                if (puzzle != null) {
                    puzzles.add(puzzle);
                }
            } else {
                noGroup(item, "a puzzle of order", PUZZLE);
            }
        }
        return new Questions(predictions, puzzles);
    }

    private void noGroup(Yaml item, String what, String of) {
        problems.add(item.position(), what + " is a group of words, and here stands " + item.what() + "; write " + of);
    }

    /// How a person calls it: by its name, where it has one.
    private static String named(String what, Yaml.Mapping mapping) {
        String id = Shapes.word(mapping, "id");
        return id == null ? what : what + " " + id;
    }

    private Given given(PredictWord word, Yaml.Mapping mapping, String title) {
        List<String> parts = new ArrayList<>();
        for (PredictWord.Part part : word.parts()) {
            parts.add(part.name());
            if (part.required() && mapping.get(part.name()) == null) {
                problems.add(mapping.position(), title + " needs " + part.name() + ": " + part.doc());
            }
        }
        return words.read(word, mapping, parts, title, title);
    }

    private void unique(Given given, Yaml.Mapping mapping) {
        String id = given.args().text("id");
        if (id != null && !ids.add(id)) {
            problems.add(mapping.get("id").position(), "id " + id + " stands at two questions; give one of them another name");
        }
    }

    /// @return `null` where so much is wrong that there is none
    private Prediction prediction(Yaml.Mapping mapping) {
        String title = named(PredictWord.PREDICT.label(), mapping);
        Given given = given(PredictWord.PREDICT, mapping, title);
        unique(given, mapping);
        Args args = given.args();
        List<Option> options = options(mapping, title);
        boolean transfer = args.flag("transfer");
        Proof proof = proof(mapping, title);
        if (transfer && mapping.get("proof") != null) {
            problems.add(mapping.get("proof").position(), title + " has transfer and proof; with transfer no run shows it: take one of them out");
        } else if (!transfer && mapping.get("proof") == null) {
            problems.add(mapping.position(), title + " has no proof; write proof: and what the run shows where the right answer is right, "
                    + "for example [" + PROOF + "], or transfer: true where no run shows it");
        }
        Seeing seeing = seeing(mapping.get("see"), title, proof);
        boolean whole = args.has("id") && args.has("at") && args.has("ask") && right(options);
        return whole ? new Prediction(args.text("id"), args.text("at"), args.text("ask"), options, args.flag("confidence"), proof, seeing,
                transfer, mapping.position()) : null;
    }

    private static boolean right(List<Option> options) {
        for (Option each : options) {
            if (each.right()) {
                return true;
            }
        }
        return false;
    }

    /// @param value or `null`
    /// @param otherwise what decides it where nothing is said of that
    private Seeing seeing(Yaml value, String title, Proof otherwise) {
        String name = title + ": see";
        if (value == null) {
            return null;
        }
        if (!(value instanceof Yaml.Mapping mapping)) {
            noGroup(value, name, SEEING);
            return null;
        }
        Given given = given(PredictWord.SEE, mapping, name);
        List<Option> options = options(mapping, name);
        Proof proof = mapping.get("proof") == null ? otherwise : proof(mapping, name);
        return given.args().has("ask") && right(options) ? new Seeing(given.args().text("ask"), options, proof) : null;
    }

    private Proof proof(Yaml.Mapping mapping, String title) {
        return new Proof(new ExpectationsShape(problems, words).read(mapping.get("proof"), title + ": proof", "a proof", "expectation"));
    }

    private List<Option> options(Yaml.Mapping mapping, String title) {
        Yaml value = mapping.get("options");
        List<Yaml> items = Shapes.items(value, title + ": options", OPTION, problems);
        List<Option> options = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Yaml> right = new ArrayList<>();
        for (Yaml item : items) {
            if (item instanceof Yaml.Mapping option) {
                String name = title + ": " + named("option", option);
                Given given = given(PredictWord.OPTION, option, name);
                Args args = given.args();
                if (args.has("id") && !names.add(args.text("id"))) {
                    problems.add(option.get("id").position(), title + ": id " + args.text("id")
                            + " stands at two options; give one of them another name");
                }
                if (args.flag("right")) {
                    right.add(option);
                    ofTheRight(option, name);
                }
                if (args.has("id") && args.has("say") && args.has("because")) {
                    options.add(new Option(args.text("id"), args.text("say"), args.text("because"), args.flag("right"),
                            args.has("belief") ? Belief.named(args.text("belief")) : null, proof(option, name)));
                }
            } else {
                noGroup(item, title + ": an option", OPTION);
            }
        }
        count(items, right, value, title);
        return options;
    }

    private void count(List<Yaml> items, List<Yaml> right, Yaml value, String title) {
        if (items.isEmpty()) {
            return;
        }
        if (items.size() < Prediction.FEWEST || items.size() > Prediction.MOST) {
            problems.add(value.position(), title + " has " + (items.size() == 1 ? "one option" : items.size() + " options") + "; there are "
                    + Prediction.FEWEST + " to " + Prediction.MOST + " to choose from");
        }
        if (right.isEmpty()) {
            problems.add(value.position(), title + " has no right option; write right: true at the one that happens");
        } else if (right.size() > 1) {
            problems.add(right.get(1).position(), title + " has " + right.size() + " right options; leave right: true at one of them");
        }
    }

    /// Refuses at the right answer what belongs to wrong ones.
    private void ofTheRight(Yaml.Mapping option, String name) {
        if (option.get("belief") != null) {
            problems.add(option.get("belief").position(), name + " is right and has a belief; a belief stands at a wrong option");
        }
        if (option.get("proof") != null) {
            problems.add(option.get("proof").position(), name + " is right; its proof stands beside options");
        }
    }
}
