package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.Crowd;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.action.ActionKind;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.AwaitAction;
import dev.lifeline.scenario.action.GateAction;
import dev.lifeline.scenario.word.Bound;
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
    static final List<String> COMMON = List.of("actor", "only", "do", "label", "background", "after");
    private static final Parameter LABEL = Parameter.optional("label", ValueType.NAME, "what others call this step");
    private static final Parameter BACKGROUND = Parameter.optional("background", ValueType.FLAG, "the next step begins at once");
    private static final Parameter AFTER = Parameter.optional("after", ValueType.STEP, "the step that must have ended before");
    private static final Parameter ACTOR = Parameter.required("actor", ValueType.ACTORS, "who");
    private static final Parameter ONLY = Parameter.optional("only", ValueType.BOUND, "which members of the crowd");
    private static final String EXAMPLE = "{actor: client, do: connect}";

    private final Problems problems;
    private final WordCheck words;
    private final ParameterValues values;

    /// The kinds of those that can act from where the reading is: those under `actors`, the machine, and connections from the
    /// step on that names them.
    private final Map<String, ActorKind> kinds = new LinkedHashMap<>();
    private final CrowdNames crowds;
    private final Map<String, Step> labels = new LinkedHashMap<>();
    private final Map<String, Position> later = new HashMap<>();

    /// The steps that wait for others, and where it says for which.
    private final Map<Step, Position> awaits = new LinkedHashMap<>();

    /// The steps in the background that begin after others, and where it says after which.
    private final Map<Step, Position> afters = new LinkedHashMap<>();

    /// @param actors those under `actors`, by name; an unknown kind is `null`
    /// @param crowds those among them; connections that are crowds are added
    StepsShape(Problems problems, WordCheck words, Map<String, ActorKind> actors, CrowdNames crowds) {
        this.problems = problems;
        this.words = words;
        this.values = new ParameterValues(problems);
        this.crowds = crowds;
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
        if (!afters.isEmpty()) {
            afters(new StepOrder(steps, labels));
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
        ActorKind kind = actor == null ? null : kind(actor);
        Bound members = actor == null ? null : members(actor, mapping);
        ActionKind action = kind == null ? null : action(mapping, kind, actor);
        String label = mapping.get("label") == null ? null : (String) values.read(LABEL, mapping.get("label"));
        Object background = mapping.get("background") == null ? null : values.read(BACKGROUND, mapping.get("background"));
        String after = after(mapping, Boolean.TRUE.equals(background));
        if (action == null) {
            // What it would have been called is known all the same.
            remember(label, null, mapping);
            name(mapping, 0);
            return;
        }
        String title = actor + " " + action.label();
        Given given = words.read(action, mapping, COMMON, title, title);
        Step step = new Step(steps.size() + 1, actor, action.read(given.args()), label, Boolean.TRUE.equals(background),
                mapping.position(), after, members == null ? 0 : (int) members.least(), members == null ? 0 : (int) members.most());
        steps.add(step);
        remember(label, step, mapping);
        if (after != null) {
            afters.put(step, mapping.get("after").position());
        }
        if (step.action() instanceof AwaitAction.Await) {
            awaits.put(step, given.position("step"));
        } else if (step.action() instanceof AwaitAction.AwaitHold hold) {
            hold(hold, steps, given.position(hold.before() == null ? "of" : "before"));
        }
        if (given.word().parameter("as") != null) {
            name(mapping, (int) given.args().number("times"));
        }
    }

    private String actor(Yaml.Mapping mapping) {
        Yaml value = mapping.get("actor");
        if (value == null) {
            problems.add(mapping.position(), "the step has no actor; write actor: and one of " + Problems.list(kinds.keySet()));
            return null;
        }
        String name = (String) values.read(ACTOR, value);
        if (name == null || kind(name) != null || kinds.containsKey(name)) {
            return name;
        }
        if (crowds.beyond(name) != null) {
            problems.add(value.position(), "actor: " + crowds.beyond(name));
            return null;
        }
        Position made = made(name);
        if (made != null) {
            problems.add(value.position(), "actor " + name + " is not there yet: it comes to be in line " + made.line()
                    + "; move this step below");
        } else {
            problems.unknown(value.position(), "actor", name, kinds.keySet());
        }
        return null;
    }

    /// The kind of one that can act; `null` where it cannot, or nobody knows.
    private ActorKind kind(String actor) {
        String crowd = kinds.containsKey(actor) || crowds.beyond(actor) != null ? actor : crowds.of(actor);
        return kinds.get(crowd == null ? actor : crowd);
    }

    /// The step by which one comes to be that is not there yet, alone or in a crowd; `null` where there is none.
    private Position made(String name) {
        for (Map.Entry<String, Position> each : later.entrySet()) {
            if (each.getKey().equals(name) || Crowd.number(each.getKey(), name) > 0) {
                return each.getValue();
            }
        }
        return null;
    }

    /// The members of a crowd that do a step; `null` where one does it who is no crowd, or the problems say what is wrong.
    private Bound members(String actor, Yaml.Mapping mapping) {
        int size = crowds.size(actor);
        Yaml only = mapping.get("only");
        if (only == null) {
            return size == 0 ? null : new Bound("", 1, size);
        }
        if (!(values.read(ONLY, only) instanceof Bound wanted)) {
            return null;
        }
        if (size == 0) {
            problems.add(only.position(), "only says which members of a crowd do it, and " + actor + " is one actor; take it out");
            return null;
        }
        if (wanted.most() != Long.MAX_VALUE && wanted.most() > size || wanted.least() > size || wanted.most() < 1) {
            problems.add(only.position(), "only: " + actor + " is a crowd of " + size + ": write a number from 1 to " + size
                    + ", or a range of them such as 1.." + size);
            return null;
        }
        return new Bound(wanted.text(), Math.max(1, wanted.least()), Math.min(size, wanted.most()));
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

    private String after(Yaml.Mapping mapping, boolean background) {
        Yaml value = mapping.get("after");
        String label = value == null ? null : (String) values.read(AFTER, value);
        if (label != null && !background) {
            problems.add(value.position(), "after: " + label + " is for a step in the background; add background: true, or put "
                    + "{actor: machine, do: await, step: " + label + "} above it");
            return null;
        }
        return label;
    }

    private void afters(StepOrder order) {
        for (Map.Entry<Step, Position> each : afters.entrySet()) {
            Step step = each.getKey();
            if (!labels.containsKey(step.after())) {
                problems.unknownLabel(each.getValue(), "after", step.after(), labels.keySet());
            } else if (step.after().equals(step.label())) {
                problems.add(each.getValue(), "after: " + step.after() + " is this step itself; name another");
            } else if (order.circle(step) != null) {
                problems.add(each.getValue(), "after: " + step.after() + " can never be: that step ends only after this one has begun"
                        + order.circle(step) + "; take one of the two waits out");
            }
        }
    }

    /// Others than servers and clients may be held by what they are, without a step.
    private void hold(AwaitAction.AwaitHold awaited, List<Step> before, Position position) {
        if (awaited.of() == null) {
            // No name: that was told already.
            return;
        }
        ActorKind kind = kind(awaited.of());
        boolean held = kind != ActorKind.SERVER && kind != ActorKind.CLIENT;
        int size = crowds.size(awaited.of());
        List<String> those = size == 0 ? List.of(awaited.of()) : new Crowd(awaited.of(), size).members();
        for (Step each : before) {
            held |= each.action() instanceof GateAction.Hold hold && each.doers().containsAll(those)
                    && (awaited.before() == null || awaited.before() == hold.before());
        }
        if (!held) {
            String stage = awaited.before() == null ? "..." : Vocabulary.word(awaited.before());
            problems.add(position, "machine await-hold: no step above holds " + awaited.of()
                    + (awaited.before() == null ? "" : " before " + stage) + "; write above it {actor: " + awaited.of()
                    + ", do: hold, before: " + stage + "}");
        }
    }

    private void await(Step step, Position position) {
        Step awaited = labels.get(((AwaitAction.Await) step.action()).step());
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

    /// @param times how many are to come; 0 for one that is no crowd
    private void name(Yaml.Mapping mapping, int times) {
        if (!(mapping.get("as") instanceof Yaml.Text name) || !Literals.isName(name.value())) {
            return;
        }
        if (kinds.containsKey(name.value()) || name.value().equals("step")
                || crowds.of(name.value()) != null && crowds.beyond(name.value()) == null) {
            problems.add(name.position(), "the name " + name.value() + " is taken; give the connection another name");
            return;
        }
        kinds.put(name.value(), ActorKind.CONNECTION);
        if (times > 0) {
            crowds.add(name.value(), times);
        }
    }
}
