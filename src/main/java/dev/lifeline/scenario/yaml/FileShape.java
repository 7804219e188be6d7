package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.MachineAction;
import dev.lifeline.scenario.predict.Questions;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;

/// Builds a scenario from the values of a file: which words stand where. What they refer to is looked at by [References].
final class FileShape {

    static final List<String> SECTIONS =
            List.of("claim", "watch", "why", "links", "needs", "limit", "set", "actors", "steps", "expect", "predict", "order");

    private static final List<String> NEEDED = List.of("claim", "watch", "why", "actors", "steps", "expect");
    private static final List<String> LINK = List.of("title", "url");
    private static final Parameter NEEDS =
            Parameter.optional("needs", ValueType.WORDS, "what must be there").of(Need.labels(List.of(Need.values())));

    private static final Parameter LIMIT =
            Parameter.optional("limit", ValueType.TIME, "how long the play may take").otherwise(Scenario.DEFAULT_LIMIT);

    private final Problems problems;
    private final WordCheck words;

    FileShape(Problems problems) {
        this.problems = problems;
        this.words = new WordCheck(problems);
    }

    /// The scenario; `null` where so much is wrong that there is none. The problems say what is.
    Scenario read(Yaml root, String id, String topic, String text) {
        if (!(root instanceof Yaml.Mapping file)) {
            problems.add(root.position(), "the file is " + root.what() + "; a scenario is made of the words "
                    + Problems.list(SECTIONS) + ", each at the beginning of a line with a colon");
            return null;
        }
        for (Yaml.Entry entry : file.entries()) {
            if (!SECTIONS.contains(entry.key().value())) {
                problems.unknown(entry.key().position(), "word", entry.key().value(), SECTIONS);
            }
        }
        for (String needed : NEEDED) {
            if (file.get(needed) == null) {
                problems.add(new Position(1, 1), "the word " + needed + " is missing; " + meaning(needed));
            }
        }
        ActorsShape shape = new ActorsShape(problems, words);
        List<ActorSpec> actors = shape.read(file.get("actors"));
        StepsShape steps = new StepsShape(problems, words, shape.kinds(), shape.crowds());
        List<Step> done = withSet(file.get("set"), steps.steps(file.get("steps")));
        List<Expectation> expected = expectations(file.get("expect"));
        // What a question needs, its scenario can be played without.
        List<Need> needs = InferredNeeds.of(words.all(), needs(file.get("needs")));
        Questions questions = new QuestionsShape(problems, words).read(file);
        new References(steps.named(), shape.crowds(), steps.labels().keySet(), words.all(), problems).check();
        return new Scenario(id, topic, line(file, "claim"), line(file, "watch"), line(file, "why"), links(file.get("links")),
                needs, actors, done, expected, questions, limit(file.get("limit")), text);
    }

    /// Makes a step before the first one of what the file has set of the machine.
    ///
    /// @param value or `null`
    private List<Step> withSet(Yaml value, List<Step> steps) {
        if (value == null) {
            return steps;
        }
        if (!(value instanceof Yaml.Mapping mapping)) {
            problems.add(value.position(), "set is a group of switches of the kernel, and here stands " + value.what()
                    + "; write for example set: {tcp_fin_timeout: 5s}");
            return steps;
        }
        MachineAction.Kind kind = MachineAction.Kind.SET;
        Given given = words.read(kind, mapping, List.of(), kind.label(), kind.label());
        List<Step> all = new ArrayList<>();
        all.add(new Step(0, ActorKind.MACHINE.label(), kind.read(given.args()), null, false, mapping.position()));
        all.addAll(steps);
        return all;
    }

    private List<Expectation> expectations(Yaml value) {
        return new ExpectationsShape(problems, words).read(value, "expect", "an expectation", "expectation");
    }

    private List<Scenario.Link> links(Yaml value) {
        List<Scenario.Link> links = new ArrayList<>();
        for (Yaml item : value == null ? List.<Yaml>of() : Shapes.items(value, "links", "{title: ..., url: ...}", problems)) {
            if (!(item instanceof Yaml.Mapping link)) {
                problems.add(item.position(), "a link is {title: ..., url: ...}, and here stands " + item.what());
                continue;
            }
            for (Yaml.Entry entry : link.entries()) {
                if (!LINK.contains(entry.key().value())) {
                    problems.unknown(entry.key().position(), "link: word", entry.key().value(), LINK);
                }
            }
            String url = Shapes.text(link, "url", "a link", problems);
            String title = Shapes.text(link, "title", "a link", problems);
            if (!url.isEmpty() && !url.startsWith("https://")) {
                problems.add(link.get("url").position(), "url " + Quoted.content(url)
                        + " is no https address; write https://...");
            }
            links.add(new Scenario.Link(title, url));
        }
        return links;
    }

    private List<Need> needs(Yaml value) {
        List<Need> needs = new ArrayList<>();
        if (value != null && new ParameterValues(problems).read(NEEDS, value) instanceof List<?> words) {
            for (Object word : words) {
                needs.add(Need.named((String) word));
            }
        }
        return needs;
    }

    private long limit(Yaml value) {
        Object given = value == null ? null : new ParameterValues(problems).read(LIMIT, value);
        if (given instanceof Long nanos && nanos > 0 && nanos <= Scenario.MAX_LIMIT) {
            return nanos;
        }
        if (given != null) {
            problems.add(value.position(), "limit is how long the play may take: more than no time, and "
                    + Durations.rounded(Scenario.MAX_LIMIT) + " at most; write for example limit: 60s");
        }
        return (Long) ParameterValues.otherwise(LIMIT);
    }

    /// A text as one line; empty where there is none.
    private String line(Yaml.Mapping file, String word) {
        return file.get(word) == null ? "" : Shapes.text(file, word, "the file", problems).strip();
    }

    private static String meaning(String word) {
        return switch (word) {
            case "claim" -> "it says in one sentence what is shown: claim: A client ...";
            case "watch" -> "it says what to look at: watch: The accept queue ...";
            case "why" -> "it explains afterwards why it is so: why: The kernel ...";
            case "actors" -> "it says who takes part: actors: {server: {kind: server}}";
            case "steps" -> "it says what they do, in order: steps: [{actor: server, do: listen}]";
            default -> "it says what must be seen: expect: [{see: stage, of: client, stage: connect}]";
        };
    }
}
