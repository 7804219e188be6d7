package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.SpanText;
import dev.lifeline.scenario.word.TargetText;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether what the words of a scenario refer to is there: actors, labels, needs.
final class References {

    /// What has a port that can be connected to.
    private static final List<String> TARGETS = List.of("server", "loop", "relay", "udp");

    private final Scenario scenario;
    private final Map<String, String> kinds;
    private final Map<String, Step> labels;
    private final WordCheck words;
    private final Problems problems;
    private final Set<String> needsTold = new HashSet<>();

    /// @param kinds all that can act, by name
    /// @param labels the steps that have a label; a step that could not be read is `null`
    References(Scenario scenario, Map<String, String> kinds, Map<String, Step> labels, WordCheck words, Problems problems) {
        this.scenario = scenario;
        this.kinds = kinds;
        this.labels = labels;
        this.words = words;
        this.problems = problems;
    }

    void check() {
        Set<String> above = new HashSet<>();
        for (ActorSpec actor : scenario.actors()) {
            ActorKind kind = Vocabulary.kind(actor.kind());
            if (kind != null) {
                check(kind.word(), actor.args(), "actor " + actor.name(), actor.position());
                portOf(actor, above);
            }
            above.add(actor.name());
        }
        for (Step step : scenario.steps()) {
            Word action = Vocabulary.kind(kinds.get(step.actor())).action(step.action());
            check(action, step.args(), step.actor() + " " + step.action(), step.position());
            if (action.name().equals("await")) {
                await(step);
            }
        }
        for (Expectation expectation : scenario.expectations()) {
            check(Vocabulary.expectation(expectation.kind()), expectation.args(), expectation.kind(), expectation.position());
        }
    }

    private void check(Word word, Args args, String title, Position position) {
        need(word.need(), title, word.name(), position);
        for (Parameter parameter : word.parameters()) {
            if (args.has(parameter.name())) {
                Position where = words.position(args, parameter.name());
                if (words.isGiven(args, parameter.name())) {
                    need(parameter.need(), title + ": " + parameter.name(), parameter.name(), where);
                }
                check(parameter, args, title, where);
            }
        }
    }

    private void need(String need, String title, String word, Position position) {
        if (need != null && !scenario.needs().contains(need) && needsTold.add(word)) {
            problems.add(position, title + " needs " + need + ", and needs does not say so; write needs: ["
                    + (scenario.needs().isEmpty() ? "" : Problems.list(scenario.needs()) + ", ") + need + "]");
        }
    }

    private void check(Parameter parameter, Args args, String title, Position position) {
        String where = title + ": " + parameter.name();
        switch (parameter.type()) {
            case ACTOR -> actor(args.text(parameter.name()), parameter.words(), where, position);
            case STEP -> label(args.text(parameter.name()), where, position);
            case TARGET -> target(TargetText.target(args.text(parameter.name())), where, position);
            case SOURCE -> actor(TargetText.source(args.text(parameter.name())).actor(), List.of(), where, position);
            case EVENT -> event(EventText.parse(args.text(parameter.name())), where, position);
            case EVENTS -> {
                for (String text : args.texts(parameter.name())) {
                    event(EventText.parse(text), where, position);
                }
            }
            case SPAN -> {
                SpanText span = SpanText.parse(args.text(parameter.name()));
                event(span.from(), where, position);
                if (!sameSubject(span)) {
                    event(span.to(), where, position);
                }
            }
            default -> { }
        }
    }

    private static boolean sameSubject(SpanText span) {
        return span.from().what().equals(span.to().what())
                && (span.from().actor() == null ? span.to().actor() == null : span.from().actor().equals(span.to().actor()));
    }

    private void event(EventText event, String where, Position position) {
        if (event.actor() == null) {
            label(event.what(), where, position);
        } else {
            actor(event.actor(), List.of(), where, position);
        }
    }

    private void target(TargetText target, String where, Position position) {
        if (target.host() == null && target.actor() != null && !kinds.containsKey(target.actor())) {
            problems.unknown(position, where + ": actor", target.actor(), fitting(TARGETS),
                    "; a host has its port behind it: HOST:PORT or HOST:ACTOR");
        } else {
            actor(target.actor(), TARGETS, where, position);
        }
    }

    private void actor(String name, List<String> allowed, String where, Position position) {
        if (name == null) {
            return;
        }
        String kind = kinds.get(name);
        if (kind == null) {
            problems.unknown(position, where + ": actor", name, fitting(allowed));
        } else if (kind.equals(Vocabulary.MACHINE)) {
            problems.add(position, where + ": the machine has no connection; name another actor");
        } else if (!kind.isEmpty() && !allowed.isEmpty() && !allowed.contains(kind)) {
            problems.add(position, where + ": " + name + " is a " + kind + "; here stands a " + String.join(" or ", allowed));
        }
    }

    private List<String> fitting(List<String> allowed) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, String> each : kinds.entrySet()) {
            if (!each.getValue().equals(Vocabulary.MACHINE) && (allowed.isEmpty() || allowed.contains(each.getValue()))) {
                names.add(each.getKey());
            }
        }
        return names;
    }

    private void label(String name, String where, Position position) {
        if (!labels.containsKey(name)) {
            problems.unknown(position, where + ": label", name, labels.keySet());
        }
    }

    private void portOf(ActorSpec actor, Set<String> above) {
        String other = actor.args().text("port-of");
        if (other != null && kinds.containsKey(other) && !above.contains(other)) {
            problems.add(words.position(actor.args(), "port-of"), "actor " + actor.name() + ": port-of: " + other
                    + " stands below, so its port is not known yet; move it above");
        }
    }

    private void await(Step step) {
        Step awaited = labels.get(step.args().text("step"));
        if (awaited != null && (awaited.number() >= step.number() || !awaited.background())) {
            problems.add(words.position(step.args(), "step"), "machine await: step " + awaited.label() + (awaited.background()
                    ? " begins only later; move the await below it"
                    : " does not run in the background, so it has ended already; add background: true to it, or take the "
                            + "await out"));
        }
    }
}
