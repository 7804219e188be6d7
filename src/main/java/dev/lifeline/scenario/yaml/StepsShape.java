package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.action.ActionKind;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.MachineAction;
import dev.lifeline.scenario.word.Literals;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The part of a file that says what is done. Names come to be here: those of connections by `as`, those of steps by `label`.
final class StepsShape {

    private static final int MOST = 500;
    private static final List<String> COMMON = List.of("actor", "do", "label", "background");
    private static final Parameter LABEL = Parameter.optional("label", ValueType.NAME, "what others call this step");
    private static final Parameter BACKGROUND = Parameter.optional("background", ValueType.FLAG, "the next step begins at once");
    private static final Parameter ACTOR = Parameter.required("actor", ValueType.ACTOR, "who");
    private static final String EXAMPLE = "{actor: client, do: connect}";

    private final Problems problems;
    private final WordCheck words;
    private final ParameterValues values;

    /// The kinds of those that can act from where the reading is: those under `actors`, the machine, and connections from the
    /// step on that names them.
    private final Map<String, ActorKind> kinds = new LinkedHashMap<>();
    private final Map<String, Step> labels = new HashMap<>();
    private final Map<String, Position> later = new HashMap<>();

    /// The steps that wait for others, and where it says for which.
    private final Map<Step, Position> awaits = new LinkedHashMap<>();

    /// @param actors those under `actors`, by name; an unknown kind is `null`
    StepsShape(Problems problems, WordCheck words, Map<String, ActorKind> actors) {
        this.problems = problems;
        this.words = words;
        this.values = new ParameterValues(problems);
        kinds.putAll(actors);
        kinds.put(ActorKind.MACHINE.label(), ActorKind.MACHINE);
    }

    List<Step> steps(Yaml value) {
        List<Yaml> items = Shapes.items(value, "steps", EXAMPLE, problems);
        if (items.size() > MOST) {
            problems.add(value.position(), "there are " + items.size() + " steps; " + MOST + " at most can be played");
            return List.of();
        }
        for (Yaml item : items) {
            if (item instanceof Yaml.Mapping step && step.get("as") instanceof Yaml.Text name) {
                later.putIfAbsent(name.value(), name.position());
            }
        }
        List<Step> steps = new ArrayList<>();
        for (Yaml item : items) {
            if (item instanceof Yaml.Mapping mapping) {
                step(mapping, steps);
            } else {
                problems.add(item.position(), "a step is a group of words, and here stands " + item.what() + "; write "
                        + EXAMPLE);
            }
        }
        for (Map.Entry<Step, Position> each : awaits.entrySet()) {
            await(each.getKey(), each.getValue());
        }
        return steps;
    }

    /// Actors that can act, by name, with their kinds; an unknown kind is `null`.
    Map<String, ActorKind> named() {
        return kinds;
    }

    /// The steps that have a label.
    Map<String, Step> labels() {
        return labels;
    }

    private void step(Yaml.Mapping mapping, List<Step> steps) {
        String actor = actor(mapping);
        ActorKind kind = actor == null ? null : kinds.get(actor);
        ActionKind action = kind == null ? null : action(mapping, kind, actor);
        String label = mapping.get("label") == null ? null : (String) values.read(LABEL, mapping.get("label"));
        Object background = mapping.get("background") == null ? null : values.read(BACKGROUND, mapping.get("background"));
        if (action == null) {
            // What it would have been called is known all the same.
            remember(label, null, mapping);
            name(mapping);
            return;
        }
        String title = actor + " " + action.label();
        Given given = words.read(action, mapping, COMMON, title, title);
        Step step = new Step(steps.size() + 1, actor, action.read(given.args()), label, Boolean.TRUE.equals(background),
                mapping.position());
        steps.add(step);
        remember(label, step, mapping);
        if (step.action() instanceof MachineAction.Await) {
            awaits.put(step, given.position("step"));
        }
        if (given.word().parameter("as") != null) {
            name(mapping);
        }
    }

    private String actor(Yaml.Mapping mapping) {
        Yaml value = mapping.get("actor");
        if (value == null) {
            problems.add(mapping.position(), "the step has no actor; write actor: and one of " + Problems.list(kinds.keySet()));
            return null;
        }
        String name = (String) values.read(ACTOR, value);
        if (name == null || kinds.containsKey(name)) {
            return name;
        }
        Position made = later.get(name);
        if (made != null) {
            problems.add(value.position(), "actor " + name + " is not there yet: it comes to be in line " + made.line()
                    + "; move this step below");
        } else {
            problems.unknown(value.position(), "actor", name, kinds.keySet());
        }
        return null;
    }

    private ActionKind action(Yaml.Mapping mapping, ActorKind kind, String actor) {
        if (kind.actions().isEmpty()) {
            problems.add(mapping.position(), "a " + kind.label() + " does nothing as a step; " + kind.word().doc()
                    + " take the step out");
            return null;
        }
        if (mapping.get("do") instanceof Yaml.Text wanted) {
            ActionKind action = kind.action(wanted.value());
            if (action != null || isOfOthers(wanted, kind, actor)) {
                return action;
            }
        }
        Shapes.unknownWord(mapping, "do", "the step of " + actor + " (" + kind.label() + ")", labels(kind), problems);
        return null;
    }

    /// A word that is right for somebody else: who that is helps more than what is spelled like it.
    private boolean isOfOthers(Yaml.Text wanted, ActorKind kind, String actor) {
        List<String> others = new ArrayList<>();
        for (ActorKind each : ActorKind.values()) {
            if (each.action(wanted.value()) != null) {
                others.add(each.label());
            }
        }
        if (others.isEmpty()) {
            return false;
        }
        String accepted = kind.action("accept") != null && others.contains(ActorKind.CONNECTION.label())
                ? ": name the connection that it accepts (do: accept, as: NAME), and that one can" : "";
        problems.add(wanted.position(), actor + (kind.label().equals(actor) ? "" : " is a " + kind.label() + " and")
                + " cannot " + wanted.value() + accepted + "; " + wanted.value() + " is for " + String.join(" or ", others)
                + ", and " + actor + " can " + Problems.list(labels(kind)));
        return true;
    }

    private static List<String> labels(ActorKind kind) {
        List<String> labels = new ArrayList<>();
        for (ActionKind action : kind.actions()) {
            labels.add(action.label());
        }
        return labels;
    }

    private void await(Step step, Position position) {
        Step awaited = labels.get(((MachineAction.Await) step.action()).step());
        if (awaited != null && (awaited.number() >= step.number() || !awaited.background())) {
            problems.add(position, "machine await: step " + awaited.label() + (awaited.background()
                    ? " begins only later; move the await below it"
                    : " does not run in the background, so it has ended already; add background: true to it, or take the "
                            + "await out"));
        }
    }

    private void remember(String label, Step step, Yaml.Mapping mapping) {
        if (label != null && labels.containsKey(label)) {
            problems.add(mapping.get("label").position(), "label " + label
                    + " stands at two steps; give one of them another name");
        } else if (label != null) {
            labels.put(label, step);
        }
    }

    private void name(Yaml.Mapping mapping) {
        if (!(mapping.get("as") instanceof Yaml.Text name) || !Literals.isName(name.value())) {
            return;
        }
        if (kinds.containsKey(name.value()) || name.value().equals("step")) {
            problems.add(name.position(), "the name " + name.value() + " is taken; give the connection another name");
        } else {
            kinds.put(name.value(), ActorKind.CONNECTION);
        }
    }
}
