package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.MachineAction;
import dev.lifeline.scenario.word.ActorNames;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.scenario.word.KernelSwitch;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.SpanText;
import dev.lifeline.scenario.word.TargetText;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks whether actors and labels that the words of a scenario refer to are there.
final class References {

    /// Kinds of actors that have a port to connect to.
    private static final List<String> TARGETS = List.of("server", "loop", "pool", "relay", "udp");

    private final Map<String, ActorKind> kinds;
    private final CrowdNames crowds;
    private final Set<String> labels;
    private final List<Given> words;
    private final Problems problems;

    /// @param kinds all that can act, by name
    /// @param crowds those among them
    /// @param labels of the steps that have one
    References(Map<String, ActorKind> kinds, CrowdNames crowds, Set<String> labels, List<Given> words,
               Problems problems) {
        this.kinds = kinds;
        this.crowds = crowds;
        this.labels = labels;
        this.words = words;
        this.problems = problems;
    }

    void check() {
        for (Given given : words) {
            Word word = given.word();
            oneCrowd(given);
            if (word.name().equals(MachineAction.Kind.SYSCTL.label())) {
                sysctl(given);
            }
            for (Parameter parameter : word.parameters()) {
                String name = parameter.name();
                if (given.args().has(name)) {
                    check(parameter, given.args(), given.title(), given.position(name));
                }
            }
        }
    }

    /// The value of the older word is a bare number, whatever the switch counts.
    private void sysctl(Given given) {
        if (given.args().has("name") && given.args().has("value")) {
            try {
                KernelSwitch.named(given.args().text("name")).number(Long.toString(given.args().number("value")));
            } catch (IllegalArgumentException e) {
                problems.add(given.position("value"), given.title() + ": " + given.args().text("name") + ' '
                        + given.args().number("value") + ": " + e.getMessage());
            }
        }
    }

    private void check(Parameter parameter, Args args, String title, Position position) {
        String where = title + ": " + parameter.name();
        switch (parameter.type()) {
            case ACTOR -> actor(args.text(parameter.name()), parameter.words(), false, where, position);
            case ACTORS -> actor(args.text(parameter.name()), parameter.words(), true, where, position);
            case CROWD -> crowd(args.text(parameter.name()), where, position);
            case STEP -> label(args.text(parameter.name()), where, position);
            case TARGET -> target(TargetText.target(args.text(parameter.name())), where, position);
            case SOURCE -> actor(TargetText.source(args.text(parameter.name())).actor(), List.of(), false, where, position);
            case EVENT -> event(EventText.parse(args.text(parameter.name())), where, position);
            case EVENTS -> {
                for (String text : args.texts(parameter.name())) {
                    event(EventText.parse(text), where, position);
                }
            }
            case SPAN -> {
                SpanText span = SpanText.parse(args.text(parameter.name()));
                event(span.from(), where, position);
                if (!span.to().isOfSame(span.from())) {
                    event(span.to(), where, position);
                }
            }
            default -> { }
        }
    }

    private void event(EventText event, String where, Position position) {
        if (event.actor() == null) {
            label(event.what(), where, position);
        } else {
            actor(event.actor(), List.of(), true, where, position);
        }
    }

    private void target(TargetText target, String where, Position position) {
        if (target.host() == null && target.actor() != null && !kinds.containsKey(target.actor())
                && crowds.of(target.actor()) == null) {
            problems.unknown(position, where + ": actor", target.actor(), fitting(TARGETS),
                    "; a host has its port behind it: HOST:PORT or HOST:ACTOR");
        } else {
            actor(target.actor(), TARGETS, false, where, position);
        }
    }

    /// A crowd stands for each of its members: with two of them it would not be clear who belongs to whom.
    private void oneCrowd(Given given) {
        String first = null;
        for (Parameter parameter : given.word().parameters()) {
            for (String actor : ActorNames.in(parameter, given.args())) {
                if (crowds.size(actor) > 0 && first != null && !first.equals(actor)) {
                    problems.add(given.position(parameter.name()), given.title() + " names two crowds, " + first + " and " + actor
                            + "; name one member of one of them");
                    return;
                }
                first = crowds.size(actor) > 0 ? actor : first;
            }
        }
    }

    private void crowd(String name, String where, Position position) {
        if (kinds.containsKey(name) && crowds.size(name) == 0) {
            problems.add(position, where + ": " + name + " is one actor; give it a count, or name a crowd");
        } else {
            actor(name, List.of(), true, where, position);
        }
    }

    private void actor(String name, List<String> allowed, boolean orCrowd, String where, Position position) {
        if (name == null) {
            return;
        }
        String crowd = kinds.containsKey(name) ? null : crowds.of(name);
        ActorKind kind = kinds.get(crowd == null ? name : crowd);
        if (crowd != null && crowds.beyond(name) != null) {
            problems.add(position, where + ": " + crowds.beyond(name));
        } else if (crowd == null && !kinds.containsKey(name)) {
            problems.unknown(position, where + ": actor", name, fitting(allowed));
        } else if (kind == ActorKind.MACHINE) {
            problems.add(position, where + ": the machine has no connection; name another actor");
        } else if (kind != null && !allowed.isEmpty() && !allowed.contains(kind.label())) {
            problems.add(position, where + ": " + name + " is a " + kind.label() + "; here stands a "
                    + String.join(" or ", allowed));
        } else if (crowds.size(name) > 0 && !orCrowd) {
            problems.add(position, where + ": " + name + " is a crowd, and here stands one actor; name one of " + crowds.range(name));
        }
    }

    private List<String> fitting(List<String> allowed) {
        List<String> names = new ArrayList<>();
        kinds.forEach((name, kind) -> {
            if (kind != ActorKind.MACHINE && (allowed.isEmpty() || kind != null && allowed.contains(kind.label()))) {
                names.add(name);
            }
        });
        return names;
    }

    private void label(String name, String where, Position position) {
        if (!labels.contains(name)) {
            problems.unknownLabel(position, where, name, labels);
        }
    }
}
