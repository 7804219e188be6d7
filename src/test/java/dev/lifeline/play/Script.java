package dev.lifeline.play;

import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.action.ActionKind;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Bound;
import dev.lifeline.scenario.word.WordKind;
import dev.lifeline.scenario.yaml.Position;
import dev.lifeline.scenario.yaml.WordCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts a scenario together, as the reader of files would.
final class Script {

    private static final Position NOWHERE = new Position(1, 1);

    private final List<ActorSpec> actors = new ArrayList<>();
    private final Map<String, ActorKind> kinds = new HashMap<>(Map.of("machine", ActorKind.MACHINE));
    private final List<Step> steps = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();

    Script needs(String... words) {
        for (String word : words) {
            needs.add(Need.named(word));
        }
        return this;
    }

    /// One that takes part.
    ///
    /// @param args names and values in turn
    Script actor(String name, String kind, Object... args) {
        ActorKind its = ActorKind.named(kind);
        kinds.put(name, its);
        actors.add(new ActorSpec(name, its.read(args(its, args)), NOWHERE));
        return this;
    }

    /// The next step.
    Script step(String actor, String action, Object... args) {
        return step(null, false, actor, action, args);
    }

    /// The next step, with a label.
    Script labelled(String label, String actor, String action, Object... args) {
        return step(label, false, actor, action, args);
    }

    /// The next step, in the background.
    Script background(String label, String actor, String action, Object... args) {
        return step(label, true, actor, action, args);
    }

    /// The next step, in the background after the one with this label.
    Script after(String label, String first, String actor, String action, Object... args) {
        step(label, true, actor, action, args);
        Step last = steps.removeLast();
        steps.add(new Step(last.number(), last.actor(), last.action(), label, true, NOWHERE, first, 0, 0));
        return this;
    }

    private Script step(String label, boolean background, String actor, String action, Object... args) {
        ActionKind its = kinds.getOrDefault(actor, ActorKind.CONNECTION).action(action);
        steps.add(new Step(steps.size() + 1, actor, its.read(args(its, args)), label, background, NOWHERE));
        return this;
    }

    private static Args args(WordKind kind, Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1] instanceof Integer number ? Long.valueOf(number) : pairs[i + 1];
            values.put((String) pairs[i], value);
        }
        return WordCheck.withDefaults(kind, values);
    }

    /// Arguments of one that connects to the server.
    static Object[] toServer(Object... more) {
        Object[] args = new Object[more.length + 2];
        args[0] = "to";
        args[1] = "server";
        System.arraycopy(more, 0, args, 2, more.length);
        return args;
    }

    static Bound exactly(long number) {
        return new Bound(Long.toString(number), number, number);
    }

    static Bound atLeast(long number) {
        return new Bound(">= " + number, number, Long.MAX_VALUE);
    }

    static long millis(long count) {
        return count * 1_000_000;
    }

    Scenario scenario() {
        return new Scenario("test", "own", "A claim.", "A thing.", "A reason.", List.of(), needs, actors, steps, List.of(), null);
    }
}
