package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads a list of expectations: what must be seen of a play, or what decides a prediction.
final class ExpectationsShape {

    private static final Parameter ID = Parameter.optional("id", ValueType.NAME, "what reports and other programs call it");
    static final List<String> COMMON = List.of("see", "id");
    private static final String EXAMPLE = "{see: stage, of: client, stage: connect}";

    private final Problems problems;
    private final WordCheck words;

    ExpectationsShape(Problems problems, WordCheck words) {
        this.problems = problems;
        this.words = words;
    }

    /// Reads the list.
    ///
    /// @param value or `null`, where there is none
    /// @param name the word that the list stands under
    /// @param one how a person calls one of the list
    /// @param line what a line of it holds
    List<Expectation> read(Yaml value, String name, String one, String line) {
        List<Expectation> expectations = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Yaml item : Shapes.items(value, name, line + ", for example " + EXAMPLE, problems)) {
            if (!(item instanceof Yaml.Mapping mapping)) {
                problems.add(item.position(), one + " is a group of words, and here stands " + item.what() + "; write for example "
                        + EXAMPLE);
                continue;
            }
            String id = id(mapping.get("id"), ids);
            ExpectationKind kind = ExpectationKind.named(Shapes.word(mapping, "see"));
            if (kind == null) {
                Shapes.unknownWord(mapping, "see", one, ExpectationKind.labels(), problems);
            } else {
                expectations.add(new Expectation(expectations.size() + 1, id, kind,
                        words.read(kind, mapping, COMMON, kind.label(), kind.label()).args(), mapping.position()));
            }
        }
        return expectations;
    }

    /// @param value or `null`
    /// @param ids those that were read before
    /// @return `null` where there is none, or none that can be used
    private String id(Yaml value, Set<String> ids) {
        String id = value == null ? null : (String) new ParameterValues(problems).read(ID, value);
        if (id != null && !ids.add(id)) {
            problems.add(value.position(), "id " + id + " stands at two expectations; give one of them another name");
        }
        return id;
    }
}
