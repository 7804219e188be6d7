package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.expectation.Nested;
import dev.lifeline.scenario.word.ActorNames;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import dev.lifeline.scenario.word.WordKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Holds what a word was given to what it can be given.
public final class WordCheck {

    /// Words that a file has used, with the values of their defaults: the next file that uses them need not have them made.
    private static final Map<WordKind, Known> KNOWN = new ConcurrentHashMap<>();

    private final Problems problems;
    private final ParameterValues values;
    private final List<Given> read = new ArrayList<>();

    WordCheck(Problems problems) {
        this.problems = problems;
        this.values = new ParameterValues(problems);
    }

    /// Words that were read, in the order of the file's parts.
    List<Given> all() {
        return read;
    }

    /// Reads what a word was given, with defaults for what it was not.
    ///
    /// @param common keys of the mapping that belong to no word (`actor`, `do`, `label`), and are read elsewhere
    /// @param title how a person calls the whole where a value is wrong: `server listen`
    /// @param referring how a person calls it where something that it refers to is not there
    Given read(WordKind kind, Yaml.Mapping mapping, List<String> common, String title, String referring) {
        return read(kind, mapping, common, title, referring, null);
    }

    /// @param of whose it is, as it stands outside of the mapping; `null` where it stands in it
    private Given read(WordKind kind, Yaml.Mapping mapping, List<String> common, String title, String referring, String of) {
        Word word = known(kind).word();
        Map<String, Object> found = new HashMap<>();
        if (of != null && hasWhose(word)) {
            found.put("of", of);
        }
        for (Yaml.Entry entry : mapping.entries()) {
            String name = entry.key().value();
            Parameter parameter = word.parameter(name);
            if (parameter != null) {
                Object value = parameter.type() == ValueType.EXPECTATION ? nested(name, entry.value(), Shapes.word(mapping, "of"), title)
                        : values.read(parameter, entry.value());
                if (value != null) {
                    found.put(name, value);
                }
            } else if (!common.contains(name)) {
                problems.unknown(entry.key().position(), title + ": word", name, names(word, common, mapping));
            }
        }
        RuleCheck.check(word, found, mapping, title, problems);
        for (Parameter parameter : word.parameters()) {
            if (parameter.required() && mapping.get(parameter.name()) == null && !found.containsKey(parameter.name())) {
                problems.add(mapping.position(), title + " needs " + parameter.name() + ": " + parameter.doc() + "; write "
                        + parameter.name() + ": and " + parameter.type().what());
            }
        }
        Given given = new Given(word, withDefaults(kind, found), mapping, referring);
        read.add(given);
        return given;
    }

    /// The expectation inside of another one, which says of it whose it is; `null` where it cannot be had.
    ///
    /// @param of the crowd, or `null`
    private Nested nested(String name, Yaml value, String of, String title) {
        String inside = title + ": " + name;
        if (!(value instanceof Yaml.Mapping mapping)) {
            problems.add(value.position(), inside + " is a group of words, and here stands " + value.what() + "; write "
                    + ValueType.EXPECTATION.what());
            return null;
        }
        ExpectationKind kind = ExpectationKind.named(Shapes.word(mapping, "see"));
        if (kind == null) {
            List<String> labels = ExpectationKind.labels();
            labels.remove(ExpectationKind.HOW_MANY.label());
            Shapes.unknownWord(mapping, "see", inside, labels, problems);
            return null;
        }
        if (kind == ExpectationKind.HOW_MANY) {
            problems.add(mapping.position(), inside + " counts again; write what must hold for a member");
            return null;
        }
        if (mapping.get("of") != null && hasWhose(kind.word())) {
            problems.add(mapping.get("of").position(), inside + " says of whom, and that stands beside it already; take it out");
            return null;
        }
        if (of == null) {
            return null;
        }
        Given given = read(kind, mapping, List.of("see"), kind.label(), inside, of);
        boolean names = false;
        for (Parameter parameter : given.word().parameters()) {
            names |= ActorNames.in(parameter, given.args()).contains(of);
        }
        if (!names) {
            problems.add(mapping.position(), inside + " says nothing of " + of + ", so it holds for all of them or for none; write "
                    + ValueType.EXPECTATION.what());
        }
        return new Nested(kind, given.args());
    }

    private static boolean hasWhose(Word word) {
        Parameter of = word.parameter("of");
        return of != null && of.isWhose();
    }

    /// Adds the defaults of parameters that were not given.
    public static Args withDefaults(WordKind kind, Map<String, Object> given) {
        Map<String, Object> values = new HashMap<>(known(kind).defaults());
        values.putAll(given);
        return new Args(values);
    }

    private record Known(Word word, Map<String, Object> defaults) {
    }

    private static Known known(WordKind kind) {
        Known known = KNOWN.get(kind);
        if (known == null) {
            known = new Known(kind.word(), new HashMap<>());
            for (Parameter parameter : known.word().parameters()) {
                if (parameter.otherwise() != null) {
                    known.defaults().put(parameter.name(), ParameterValues.otherwise(parameter));
                }
            }
            KNOWN.put(kind, known);
        }
        return known;
    }

    /// Lists the names that can stand there, without those that stand there already.
    private static List<String> names(Word word, List<String> common, Yaml.Mapping mapping) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : word.parameters()) {
            if (mapping.get(parameter.name()) == null) {
                names.add(parameter.name());
            }
        }
        for (String name : common) {
            if (mapping.get(name) == null) {
                names.add(name);
            }
        }
        return names;
    }
}
