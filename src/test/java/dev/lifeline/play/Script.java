package dev.lifeline.play;

import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Bound;
import dev.lifeline.scenario.yaml.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts a scenario together, as the reader of files would.
final class Script {

    private static final Position NOWHERE = new Position(1, 1);

    private final List<ActorSpec> actors = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<String> needs = new ArrayList<>();

    Script needs(String... words) {
        needs.addAll(List.of(words));
        return this;
    }

    /// One that takes part.
    ///
    /// @param args names and values in turn
    Script actor(String name, String kind, Object... args) {
        actors.add(new ActorSpec(name, kind, args(args), NOWHERE));
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

    private Script step(String label, boolean background, String actor, String action, Object... args) {
        steps.add(new Step(steps.size() + 1, actor, action, args(args), label, background, NOWHERE));
        return this;
    }

    private static Args args(Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1] instanceof Integer number ? Long.valueOf(number) : pairs[i + 1];
            values.put((String) pairs[i], value);
        }
        return new Args(values);
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
        return new Scenario("test", "own", "A claim.", "A thing.", "A reason.", List.of(), needs, actors, steps, List.of());
    }
}
