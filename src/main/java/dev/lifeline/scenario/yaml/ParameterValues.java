package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.Crowd;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.action.ConnectionAction;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.scenario.word.KernelSwitch;
import dev.lifeline.scenario.word.Literals;
import dev.lifeline.scenario.word.NumberText;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.PortsText;
import dev.lifeline.scenario.word.SecondsText;
import dev.lifeline.scenario.word.SpanText;
import dev.lifeline.scenario.word.TargetText;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Escapes;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads values of a file as values of parameters.
final class ParameterValues {

    private static final long MAX_NUMBER = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final int MAX_PORT = 0xFFFF;
    private static final List<String> INSTEAD = List.of("nxdomain", "servfail", "refused", "empty", "silent");

    private final Problems problems;

    ParameterValues(Problems problems) {
        this.problems = problems;
    }

    /// The value; `null` where it cannot be had, and the problems say so.
    Object read(Parameter parameter, Yaml value) {
        return switch (parameter.type()) {
            case WORDS, TEXTS, FIELDS, EVENTS -> list(parameter, value);
            case ANSWERS -> answers(parameter, value);
            default -> value instanceof Yaml.Text text ? scalar(parameter, text) : wrong(parameter, value);
        };
    }

    /// Gives the value of a parameter that was not given.
    static Object otherwise(Parameter parameter) {
        return new ParameterValues(new Problems()).read(parameter, new Yaml.Text(parameter.otherwise(), true, new Position(1, 1)));
    }

    private Object scalar(Parameter parameter, Yaml.Text value) {
        String text = value.value();
        try {
            return switch (parameter.type()) {
                case FLAG -> value.isFlag() ? (Object) text.equals("true") : wrong(parameter, value);
                case NUMBER -> number(parameter, value, MAX_NUMBER);
                case DECIMAL -> value.isNumber() ? (Object) NumberText.decimal(text) : wrong(parameter, value);
                case COUNT -> count(parameter, value);
                case PORT -> number(parameter, value, MAX_PORT);
                case SIZE -> value.isText() || value.isNumber() ? (Object) NumberText.size(text) : wrong(parameter, value);
                case BOUND -> value.isText() || value.isNumber() ? NumberText.bound(text) : wrong(parameter, value);
                case TIME -> value.isText() || text.equals("0") ? (Object) Durations.parse(text) : wrong(parameter, value);
                case SWITCH -> ofSwitch(parameter, value);
                case SECONDS -> value.isText() ? (Object) (SecondsText.parse(text, parameter.within()) * SECOND)
                        : wrong(parameter, value);
                case LINGER -> text.equals("off") ? (Object) (-1L) : text.equals("0") ? (Object) 0L
                        : Literals.isName(text) ? wrong(parameter, value)
                        : value.isText() ? (Object) SecondsText.parse(text, parameter.within()) : wrong(parameter, value);
                case WORD -> word(parameter, value);
                case DELIMITER -> delimiter(parameter, value);
                case PORTS -> {
                    PortsText.parse(text);
                    yield text;
                }
                default -> value.isText() ? checked(parameter, text) : wrong(parameter, value);
            };
        } catch (IllegalArgumentException e) {
            return bad(parameter, value, e.getMessage());
        }
    }

    /// @throws IllegalArgumentException with what is wrong
    private Object ofSwitch(Parameter parameter, Yaml.Text value) {
        KernelSwitch which = KernelSwitch.named(parameter.name());
        boolean right = switch (which.unit()) {
            case SECONDS, PORTS -> value.isText();
            case COUNT, FLAG -> value.plain();
        };
        return right ? which.parse(value.value()) : wrong(parameter, value);
    }

    /// @throws IllegalArgumentException with what is wrong
    private static String checked(Parameter parameter, String text) {
        switch (parameter.type()) {
            case BYTES, DELIMITER -> require(Escapes.bytes(text).length > 0, "there is nothing in it");
            case ADDRESS -> require(Literals.isAddress(text), "that is no numeric address");
            case TARGET -> TargetText.target(text);
            case SOURCE -> TargetText.source(text);
            case PATH -> require(Literals.isPath(text), "that is no path: it begins with /, and has no spaces and no #");
            case EVENT -> EventText.parse(text);
            case SPAN -> SpanText.parse(text);
            case NAME, STEP, ACTOR, ACTORS, CROWD -> require(Literals.isName(text),
                    "that is no name: small letters, digits and hyphens, a letter first, " + Vocabulary.MAX_NAME + " at most");
            default -> require(!text.isBlank(), "there is nothing in it");
        }
        return text;
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /// A word without quotes may be meant for another word: only `end` is one.
    private Object delimiter(Parameter parameter, Yaml.Text value) {
        String text = value.value();
        if (value.plain() && value.isText() && !text.equals(ConnectionAction.END)) {
            boolean near = Nearest.of(text, List.of(ConnectionAction.END)) != null;
            return bad(parameter, value, near ? "is not a word; write " + parameter.name() + ": end for the end of the stream, or the bytes "
                    + "in quotes: '" + text + "'" : "stands without quotes; write " + parameter.name() + ": '" + text + "'");
        }
        return value.isText() ? checked(parameter, text) : wrong(parameter, value);
    }

    private Object number(Parameter parameter, Yaml.Text value, long most) {
        if (!value.plain() || !Literals.isDigits(value.value())) {
            return wrong(parameter, value);
        }
        long number = Long.parseLong(value.value());
        if (parameter.within() != null && !parameter.within().holds(number)) {
            return bad(parameter, value, "it is " + parameter.within().text());
        }
        return number > most ? bad(parameter, value, "it is at most " + most) : (Object) number;
    }

    private Object count(Parameter parameter, Yaml.Text value) {
        Object count = number(parameter, value, Crowd.MOST);
        return Long.valueOf(0).equals(count) ? bad(parameter, value, "it is at least 1") : count;
    }

    private Object word(Parameter parameter, Yaml.Text value) {
        if (parameter.words().contains(value.value())) {
            return value.value();
        }
        if (value.isNothing()) {
            return wrong(parameter, value);
        }
        problems.unknown(value.position(), parameter.name(), value.value(), parameter.words());
        return null;
    }

    private Object list(Parameter parameter, Yaml value) {
        if (!(value instanceof Yaml.Sequence sequence)) {
            return wrong(parameter, value);
        }
        List<String> items = new ArrayList<>();
        for (Yaml item : sequence.items()) {
            if (!(item instanceof Yaml.Text text) || !text.isText()) {
                problems.add(item.position(), "each of " + parameter.name() + " is a text, and this is " + item.what()
                        + (item instanceof Yaml.Text ? "; put it in quotes" : ""));
                return null;
            }
            if (parameter.type() == ValueType.WORDS && !parameter.words().contains(text.value())) {
                problems.unknown(text.position(), "one of " + parameter.name() + ",", text.value(), parameter.words());
                return null;
            }
            if (parameter.type() == ValueType.FIELDS && !Literals.isField(text.value())) {
                problems.add(text.position(), "field " + Quoted.content(text.value()) + " is none; write 'Name: value'");
                return null;
            }
            if (parameter.type() == ValueType.EVENTS) {
                try {
                    EventText.parse(text.value());
                } catch (IllegalArgumentException e) {
                    problems.add(text.position(), "event " + Quoted.content(text.value()) + ": " + e.getMessage());
                    return null;
                }
            }
            items.add(text.value());
        }
        if (parameter.type() == ValueType.EVENTS && items.size() < 2) {
            problems.add(sequence.position(), parameter.name() + " has fewer than two events; there is nothing to compare");
            return null;
        }
        return List.copyOf(items);
    }

    private Object answers(Parameter parameter, Yaml value) {
        if (!(value instanceof Yaml.Mapping mapping)) {
            return wrong(parameter, value);
        }
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Yaml.Entry entry : mapping.entries()) {
            String name = entry.key().value();
            if (!Literals.isHost(name)) {
                problems.add(entry.key().position(), Quoted.content(name) + " is no host name");
            } else if (entry.value() instanceof Yaml.Text text && INSTEAD.contains(text.value())) {
                answers.put(name, List.of(text.value()));
            } else if (entry.value() instanceof Yaml.Sequence sequence && !sequence.items().isEmpty()) {
                answers.put(name, addresses(sequence));
            } else {
                problems.add(entry.value().position(), "the answer for " + name + " is a list of addresses, or one of "
                        + Problems.list(INSTEAD));
            }
        }
        return Map.copyOf(answers);
    }

    private List<String> addresses(Yaml.Sequence sequence) {
        List<String> addresses = new ArrayList<>();
        for (Yaml item : sequence.items()) {
            if (item instanceof Yaml.Text text && Literals.isAddress(text.value())) {
                addresses.add(text.value());
            } else {
                problems.add(item.position(), (item instanceof Yaml.Text text ? Quoted.content(text.value()) : item.what())
                        + " is no numeric address; write for example 127.0.0.1 or '::1'");
            }
        }
        return List.copyOf(addresses);
    }

    private Object wrong(Parameter parameter, Yaml value) {
        boolean quotes = value instanceof Yaml.Text text && !text.isNothing() && !text.isText();
        problems.add(value.position(), parameter.name() + " cannot be " + shown(value) + "; "
                + (quotes && takesText(parameter.type()) ? "put it in quotes" : "write " + example(parameter)));
        return null;
    }

    private Object bad(Parameter parameter, Yaml.Text value, String why) {
        // Some quote the text themselves, and some say already what to write.
        String quoted = why.startsWith("\"") ? "" : Quoted.content(value.value()) + ": ";
        problems.add(value.position(), parameter.name() + " " + quoted + why
                + (why.contains("write ") ? "" : "; write " + example(parameter)));
        return null;
    }

    private static String shown(Yaml value) {
        return value instanceof Yaml.Text text && text.isText() ? Quoted.content(text.value()) : value.what();
    }

    private static boolean takesText(ValueType type) {
        return type == ValueType.TEXT || type == ValueType.BYTES;
    }

    private static String example(Parameter parameter) {
        if (parameter.type() == ValueType.WORDS) {
            return "a list in brackets, for example [" + parameter.words().getFirst() + "]; there are "
                    + Problems.list(parameter.words());
        }
        if (parameter.type() == ValueType.SWITCH) {
            return KernelSwitch.named(parameter.name()).range();
        }
        return parameter.words().isEmpty() || parameter.type() == ValueType.ACTOR ? parameter.type().what()
                : "one of " + Problems.list(parameter.words());
    }
}
