package dev.lifeline.scenario;

import dev.lifeline.scenario.action.ActionKind;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.word.KernelSwitch;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A file that uses every word of the vocabulary with every parameter that may stand beside the others.
final class EveryWord {

    private static final Set<String> ALONE = Set.of("port-of", "size", "until", "at-least", "direction", "backend", "behaviour");

    private EveryWord() {
    }

    static String file() {
        StringBuilder out = new StringBuilder("claim: Every word.\nwatch: The words.\nwhy: They are all read.\nneeds: [")
                .append(String.join(", ", Need.labels(List.of(Need.values())))).append("]\nlimit: 2 m\nset: {tcp_fin_timeout: 5s, ip_local_port_range: 40000-40010}\nactors:\n");
        List<ActorKind> actors = new ArrayList<>(List.of(ActorKind.values()));
        // Whoever is referred to stands above.
        actors.sort((one, other) -> Boolean.compare(one.label().equals("client"), other.label().equals("client")));
        for (ActorKind kind : actors) {
            if (kind.isDeclared()) {
                out.append("  the-").append(kind.label()).append(": {kind: ").append(kind.label())
                        .append(given(kind.word(), new HashSet<>())).append("}\n");
            }
        }
        out.append("  the-crowd: {kind: client, to: 'both.test:the-server', count: 3}\n");
        out.append("steps:\n  - {actor: the-crowd, only: 2.., do: connect}\n  - {actor: the-server, do: accept, as: the-connection, background: true, label: the-step}\n"
                + "  - {actor: machine, do: look, background: true, after: the-step}\n");
        for (ActorKind kind : ActorKind.values()) {
            for (ActionKind action : kind.actions()) {
                out.append("  - {actor: ").append(kind.isDeclared() || kind.label().equals("connection") ? "the-" : "")
                        .append(kind.label()).append(", do: ").append(action.label()).append(given(action.word(), new HashSet<>()))
                        .append("}\n");
            }
        }
        out.append("expect:\n");
        for (ExpectationKind kind : ExpectationKind.values()) {
            out.append("  - {id: sees-").append(kind.label()).append(", see: ").append(kind.label()).append(given(kind.word(), Set.of("outcome"))).append("}\n");
        }
        return out.toString();
    }

    private static String given(Word word, Set<String> without) {
        StringBuilder out = new StringBuilder();
        for (Parameter parameter : word.parameters()) {
            if (!ALONE.contains(parameter.name()) && !without.contains(parameter.name())
                    && !(parameter.type() == ValueType.COUNT && parameter.name().equals("count"))) {
                out.append(", ").append(parameter.name()).append(": ").append(value(parameter, word.name()));
            }
        }
        return out.toString();
    }

    private static String value(Parameter parameter, String word) {
        return switch (parameter.type()) {
            case TEXT -> "some text";
            case BYTES -> "'a\\x00\\n'";
            case DELIMITER -> "end";
            case DECIMAL -> "1.5";
            case NUMBER, COUNT -> "3";
            case PORT -> "7007";
            case SIZE -> "8KiB";
            case TIME -> "250ms";
            case SECONDS -> "2s";
            case LINGER -> "off";
            case SWITCH -> switch (KernelSwitch.named(parameter.name()).unit()) {
                case SECONDS -> "5s";
                case COUNT -> "1";
                case FLAG -> "true";
                case PORTS -> "40000-40010";
            };
            case FLAG -> "true";
            case BOUND -> "'>= 2'";
            case WORD -> parameter.words().getFirst();
            case WORDS -> "[" + parameter.words().getFirst() + "]";
            case TEXTS -> "['::1', some text]";
            case FIELDS -> "['X-Request: 7', 'Accept: */*']";
            case PATH -> "/slow?ms=50";
            case ADDRESS -> "'::1'";
            case TARGET -> "'both.test:the-server'";
            case SOURCE -> "127.0.0.2";
            case PORTS -> "40000-40001";
            case CROWD -> "the-crowd";
            case EXPECTATION -> "{see: stage, stage: connect}";
            case ACTOR, ACTORS -> "the-" + (parameter.words().isEmpty() ? "client" : parameter.words().getFirst());
            case STEP -> "the-step";
            case NAME -> "by-" + word;
            case EVENT -> "the-client connect";
            case EVENTS -> "[the-client connect/2 started, the-server packet SYN-ACK, step the-step]";
            case SPAN -> "the-client connect .. the-connection accept finished";
            case ANSWERS -> "{both.test: ['::1', 127.0.0.1], gone.test: nxdomain}";
        };
    }
}
