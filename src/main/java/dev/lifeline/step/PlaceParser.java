package dev.lifeline.step;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;

/// Reads what stands behind `break` and `until`: a stage with its side, or a label of the scenario.
///
/// @param names that the scenario has given
record PlaceParser(PlayNames names) {

    private static final String OUTCOME = "outcome=";
    private static final String AT = "at";
    private static final String AFTER = "after ";

    /// Reads a stage or a label.
    StopCause until(String rest) throws CommandException {
        StepPlace step = labelled(rest);
        return step != null ? step : new StopPlace(stage(rest), false, null);
    }

    StopCause place(String rest) throws CommandException {
        StepPlace step = labelled(rest);
        if (step != null) {
            return step;
        }
        StepPlace ended = rest.startsWith(AFTER) ? labelled(rest.substring(AFTER.length()).strip()) : null;
        if (ended != null) {
            return new StepEnd(ended.step(), ended.label());
        }
        List<String> words = new ArrayList<>(List.of(rest.split("\\s+")));
        boolean after = words.getFirst().equals("after");
        if (after || words.getFirst().equals("before")) {
            words.removeFirst();
        }
        StageOutcome outcome = outcome(words, after);
        Lane lane = null;
        String actor = null;
        int on = Math.max(words.indexOf("on"), words.indexOf("of"));
        if (on >= 0) {
            String who = String.join(" ", words.subList(on + 1, words.size()));
            lane = names.actors().contains(who) ? null : lane(who, names.actors());
            actor = lane == null ? who : null;
            words.subList(on, words.size()).clear();
        }
        if (words.isEmpty()) {
            throw new CommandException("write break " + CommandWord.BREAK.usage());
        }
        return new StopPlace(stage(String.join(" ", words)), after, lane, actor, outcome);
    }

    private static StageOutcome outcome(List<String> words, boolean after) throws CommandException {
        int when = words.indexOf("if");
        if (when < 0) {
            return null;
        }
        String condition = String.join("", words.subList(when + 1, words.size()));
        StageOutcome outcome = StageOutcome.of(condition.startsWith(OUTCOME) ? condition.substring(OUTCOME.length()) : "");
        words.subList(when, words.size()).clear();
        if (!after) {
            throw new CommandException("a stage has an outcome when it has ended: write break after STAGE if outcome=" + outcome.word());
        }
        return outcome;
    }

    /// A stage is meant before a label of the same name: `at` says that it is the label. Gives `null` where it is no label.
    private StepPlace labelled(String rest) throws CommandException {
        if (rest.equals(AT) || rest.startsWith(AT + " ")) {
            return at(rest.substring(AT.length()).strip());
        }
        return names.labels().containsKey(rest) && !StageNames.isOne(rest) ? at(rest) : null;
    }

    private StepPlace at(String label) throws CommandException {
        Integer step = names.labels().get(label);
        if (step != null) {
            return new StepPlace(step, label);
        }
        List<String> all = names.labelNames();
        throw new CommandException(all.isEmpty() ? "no step has a label here: labels are names of steps in a scenario"
                : (label.isEmpty() ? "write at and a label" : "no step has the label " + Quoted.typed(label) + Nearest.hint(label, all))
                + ": there are " + PlayNames.list(all));
    }

    /// A word that is neither a stage nor a label is told with the labels, too.
    private Stage stage(String typed) throws CommandException {
        try {
            return StageNames.of(typed);
        } catch (CommandException e) {
            List<String> all = names.labelNames();
            throw all.isEmpty() || StageNames.isOne(typed) ? e : new CommandException(e.getMessage() + "; labels are " + PlayNames.list(all));
        }
    }

    /// @param actors who can be meant besides
    static Lane lane(String word, List<String> actors) throws CommandException {
        Lane lane = side(word);
        if (lane == null) {
            throw new CommandException((word.isEmpty() ? ""
                    : Quoted.typed(word) + " is no side" + (actors.isEmpty() ? "" : " and no actor") + Nearest.hint(word, actors) + ": ")
                    + "write on client or on server" + (actors.isEmpty() ? "" : ", or on one of " + PlayNames.list(actors)));
        }
        return lane;
    }

    /// The lane of a program's side; `null` for any other word.
    static Lane side(String word) {
        return word.equals(Lane.CLIENT.label()) ? Lane.CLIENT : word.equals(Lane.SERVER.label()) ? Lane.SERVER : null;
    }
}
