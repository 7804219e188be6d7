package dev.lifeline.scenario.word;

import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.yaml.Problems;
import dev.lifeline.scenario.yaml.Yaml;
import java.util.Map;
import java.util.Set;

/// What must hold between the values of one word.
public final class ValueRules {

    /// What says where to look, and not what must be there.
    private static final Set<String> WHERE = Set.of("of", "end", "at", "timeout");

    /// Actions that say nothing unless something more is given than where; of expectations that is true of all.
    private static final Set<String> EMPTY_ALONE = Set.of("await-state", "option");

    private ValueRules() {
    }

    /// @param read what was given and could be read; without defaults
    public static void check(Word word, Map<String, Object> read, Yaml.Mapping mapping, String title, Problems problems) {
        String name = word.name();
        if ((EMPTY_ALONE.contains(name) || Vocabulary.expectation(name) == word) && saysNothing(word, mapping)) {
            problems.add(mapping.position(), title + " says nothing; add at least one of "
                    + Problems.list(word.parameters().stream().map(Parameter::name).filter(one -> !WHERE.contains(one))
                            .toList()));
        }
        if (name.equals("ratio") && mapping.get("at-least") == null && mapping.get("at-most") == null) {
            problems.add(mapping.position(), title + " says nothing; add at-least or at-most");
        }
        if (name.equals("write") && (mapping.get("text") == null) == (mapping.get("size") == null)) {
            problems.add(mapping.position(), title + " has " + (mapping.get("text") == null ? "neither text nor size"
                    : "text and size")
                    + "; one of them says what is written");
        }
        if (name.equals("read") && mapping.get("bytes") != null && mapping.get("until") != null) {
            problems.add(mapping.get("until").position(), title + " has bytes and until; one of them says when it ends");
        }
        if (name.equals("stage") && read.containsKey("code") && read.containsKey("outcome")
                && !read.get("outcome").equals("failed")) {
            problems.add(mapping.get("code").position(), title + ": only what failed has a code, and the outcome is "
                    + read.get("outcome") + "; take one of them out");
        }
        if (read.containsKey("port-of") && mapping.get("port") != null) {
            problems.add(mapping.get("port-of").position(), title + " has port and port-of; one of them says which port");
        }
    }

    private static boolean saysNothing(Word word, Yaml.Mapping mapping) {
        for (Parameter parameter : word.parameters()) {
            // What has a default, or is missing and told so, says something by itself.
            if (!WHERE.contains(parameter.name())
                    && (mapping.get(parameter.name()) != null || parameter.required() || parameter.name().equals("count"))) {
                return false;
            }
        }
        return true;
    }
}
