package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueRules;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Holds what a word was given to what it can be given.
final class WordCheck {

    private final Problems problems;
    private final ParameterValues values;
    private final Map<Args, Yaml.Mapping> sources = new IdentityHashMap<>();

    WordCheck(Problems problems) {
        this.problems = problems;
        this.values = new ParameterValues(problems);
    }

    /// What the word was given, with defaults for what it was not.
    ///
    /// @param common keys of the mapping that belong to no word (`actor`, `do`, `label`), and are read elsewhere
    /// @param title how a person calls the whole: `server listen`
    Args read(Word word, Yaml.Mapping mapping, List<String> common, String title) {
        Map<String, Object> read = new HashMap<>();
        for (Yaml.Entry entry : mapping.entries()) {
            String name = entry.key().value();
            Parameter parameter = word.parameter(name);
            if (parameter != null) {
                Object value = values.read(parameter, entry.value());
                if (value != null) {
                    read.put(name, value);
                }
            } else if (!common.contains(name)) {
                problems.unknown(entry.key().position(), title + ": word", name, names(word, common, mapping));
            }
        }
        ValueRules.check(word, read, mapping, title, problems);
        for (Parameter parameter : word.parameters()) {
            if (mapping.get(parameter.name()) != null) {
                continue;
            }
            if (parameter.required()) {
                problems.add(mapping.position(), title + " needs " + parameter.name() + ": " + parameter.doc() + "; write "
                        + parameter.name() + ": and " + parameter.type().what());
            } else if (parameter.otherwise() != null) {
                read.put(parameter.name(), ParameterValues.otherwise(parameter));
            }
        }
        Args args = new Args(read);
        sources.put(args, mapping);
        return args;
    }

    /// Whether a parameter stands in the file, and is not there by default.
    boolean isGiven(Args args, String name) {
        return sources.get(args).get(name) != null;
    }

    /// Where the value of a parameter stands.
    Position position(Args args, String name) {
        Yaml.Mapping mapping = sources.get(args);
        Yaml value = mapping.get(name);
        return value == null ? mapping.position() : value.position();
    }

    /// What can stand there, without what stands there already.
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
