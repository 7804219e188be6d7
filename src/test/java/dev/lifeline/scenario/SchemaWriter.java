package dev.lifeline.scenario;

import dev.lifeline.model.counter.KernelCounter;
import dev.lifeline.scenario.action.ActionKind;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.MachineAction;
import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.predict.OrderPuzzle;
import dev.lifeline.scenario.predict.PredictWord;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.scenario.word.KernelSwitch;
import dev.lifeline.scenario.word.Literals;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of scenario files, made from the vocabulary. It says what a file may look like; what only holds for the whole
/// (that an actor is there, that a label is) the reader says.
final class SchemaWriter {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NAME = "^[a-z][a-z0-9-]{0," + (Vocabulary.MAX_NAME - 1) + "}$";
    private static final String SIZE = "[0-9]+ *([KM]iB)?";
    private static final String TIME = "[0-9.]+ *(ns|us|ms|s|m)";
    private static final String BOUND = "^ *((>=|<=|>|<)? *" + SIZE + "|(" + SIZE + ")? *[.][.] *(" + SIZE + ")?) *$";

    private static final String SECONDS = "^ *[0-9]{1,9}[smh] *$";

    private SchemaWriter() {
    }

    static String text() {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Lifeline scenario");
        root.put("description", "One claim about TCP connections, played on real sockets, and what must be seen so that it "
                + "holds.");
        root.put("type", "object");
        root.put("additionalProperties", false);
        strings(root.putArray("required"), List.of("claim", "watch", "why", "actors", "steps", "expect"));
        ObjectNode words = root.putObject("properties");
        sentence(words, "claim", "What is shown, in one sentence.");
        sentence(words, "watch", "What to look at while it plays.");
        sentence(words, "why", "The explanation, told afterwards.");
        links(words.putObject("links"));
        ObjectNode needs = words.putObject("needs");
        needs.put("description", "What must be there, or the scenario cannot be shown, besides what its words need.");
        needs.put("type", "array");
        strings(needs.putObject("items").putArray("enum"), Need.labels(List.of(Need.values())));
        words.putObject("limit").put("description", "How long the play may take, 10m at most; what still runs then is cut off, with a "
                + "remark (default: " + Scenario.DEFAULT_LIMIT + ")").put("type", "string").put("pattern", "^ *" + TIME + " *$");
        Word set = MachineAction.Kind.SET.word();
        ObjectNode switches = words.putObject("set").put("description", "The same as step `set` of the machine, before the first step.")
                .put("type", "object").put("minProperties", 1).put("additionalProperties", false).putObject("properties");
        for (Parameter each : set.parameters()) {
            value(switches.putObject(each.name()), each);
        }
        actors(words.putObject("actors"));
        list(words.putObject("steps"), "What is done, one after the other.", "step");
        list(words.putObject("expect"), "What must be seen.", "expectation");
        list(words.putObject("predict"), "What a person is asked who walks through it, each just before a step runs.", "prediction");
        list(words.putObject("order"), "Events that such a person puts in order before they happen.", "puzzle");
        ObjectNode definitions = root.putObject("$defs");
        actor(definitions.putObject("actor"));
        step(definitions.putObject("step"));
        ObjectNode expectation = definitions.putObject("expectation");
        oneOf(expectation, "see", "What is looked at.", expectations());
        ((ObjectNode) expectation.get("properties")).putObject("id").put("description", "What reports and other programs call it.")
                .put("type", "string").put("pattern", NAME);
        oneOf(definitions.putObject("nested"), "see", "What is looked at, for a member of the crowd.", nested());
        group(definitions.putObject("prediction"), PredictWord.PREDICT);
        group(definitions.putObject("option"), PredictWord.OPTION);
        group(definitions.putObject("seeing"), PredictWord.SEE);
        group(definitions.putObject("puzzle"), PredictWord.ORDER);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    /// A group of words that questions are made of.
    private static void group(ObjectNode into, PredictWord kind) {
        into.put("type", "object").put("description", kind.word().doc()).put("additionalProperties", false);
        ArrayNode required = into.putArray("required");
        ObjectNode properties = into.putObject("properties");
        for (Parameter parameter : kind.word().parameters()) {
            value(properties.putObject(parameter.name()), parameter);
            if (parameter.required()) {
                required.add(parameter.name());
            }
        }
        for (PredictWord.Part part : kind.parts()) {
            ObjectNode value = properties.putObject(part.name()).put("description", part.doc());
            if (part.required()) {
                required.add(part.name());
            }
            switch (part.name()) {
                case "options" -> value.put("type", "array").put("minItems", Prediction.FEWEST).put("maxItems", Prediction.MOST)
                        .putObject("items").put("$ref", "#/$defs/option");
                case "proof" -> value.put("type", "array").put("minItems", 1).putObject("items").put("$ref", "#/$defs/expectation");
                case "see" -> value.put("$ref", "#/$defs/seeing");
                case "never" -> event(value.put("type", "array").put("minItems", 1).putObject("items"));
                case "loose" -> event(value.put("type", "array").put("minItems", 1).putObject("items").put("type", "array")
                        .put("minItems", 2).put("maxItems", 2).putObject("items"));
                default -> throw new IllegalStateException("the schema does not know " + part.name());
            }
        }
        if (kind == PredictWord.ORDER) {
            ((ObjectNode) properties.get("events")).put("minItems", OrderPuzzle.FEWEST).put("maxItems", OrderPuzzle.MOST);
        }
    }

    private static void event(ObjectNode value) {
        value.put("type", "string").put("pattern", "^ *[^ ]+ +[^ ]+( +[^ ]+)? *$");
    }

    private static List<Word> expectations() {
        return Stream.of(ExpectationKind.values()).map(ExpectationKind::word).toList();
    }

    /// Inside of another one: whose it is stands outside.
    private static List<Word> nested() {
        List<Word> words = new ArrayList<>();
        for (Word word : expectations()) {
            List<Parameter> others = word.parameters().stream().filter(each -> !each.isWhose()).toList();
            if (!word.name().equals(ExpectationKind.HOW_MANY.label())) {
                words.add(new Word(word.name(), word.doc(), word.need(), others, word.rules()));
            }
        }
        return words;
    }

    private static void sentence(ObjectNode words, String name, String doc) {
        words.putObject(name).put("description", doc).put("type", "string").put("pattern", "\\S");
    }

    private static void links(ObjectNode links) {
        links.put("description", "Where to read on.");
        links.put("type", "array");
        links.put("minItems", 1);
        ObjectNode link = links.putObject("items").put("type", "object").put("additionalProperties", false);
        strings(link.putArray("required"), List.of("title", "url"));
        ObjectNode properties = link.putObject("properties");
        properties.putObject("title").put("description", "for example RFC 9293 section 3.5").put("type", "string")
                .put("pattern", "\\S");
        properties.putObject("url").put("description", "its address").put("type", "string").put("pattern", "^https://");
    }

    private static void actors(ObjectNode actors) {
        actors.put("description", "Who takes part, by name. The machine is always there.");
        actors.put("type", "object");
        actors.put("minProperties", 1);
        ObjectNode names = actors.putObject("propertyNames").put("pattern", NAME);
        strings(names.putObject("not").putArray("enum"), List.of(ActorKind.MACHINE.label(), "step"));
        actors.putObject("additionalProperties").put("$ref", "#/$defs/actor");
    }

    private static void list(ObjectNode list, String doc, String item) {
        list.put("description", doc);
        list.put("type", "array");
        list.put("minItems", 1);
        list.putObject("items").put("$ref", "#/$defs/" + item);
    }

    private static void actor(ObjectNode actor) {
        List<Word> kinds = new ArrayList<>();
        for (ActorKind kind : ActorKind.values()) {
            if (kind.isDeclared()) {
                kinds.add(kind.word());
            }
        }
        oneOf(actor, "kind", "What it is.", kinds);
    }

    /// Which actions there are depends on the actor's kind, which stands elsewhere: here an action is any kind's of that name.
    private static void step(ObjectNode step) {
        List<Word> actions = new ArrayList<>();
        for (ActorKind kind : ActorKind.values()) {
            for (ActionKind action : kind.actions()) {
                merge(actions, action.word(), kind);
            }
        }
        oneOf(step, "do", "What is done.", actions);
        ObjectNode properties = (ObjectNode) step.get("properties");
        properties.putObject("actor").put("description", "Who does it: an actor, a connection that accept named with `as`, or "
                + "machine for what is nobody's.").put("type", "string").put("pattern", NAME);
        either(properties.putObject("only").put("description", "Which members of a crowd do it, for example 7 or 1..20; without, all."),
                BOUND);
        properties.putObject("label").put("description", "What expectations and other steps call this step.")
                .put("type", "string")
                .put("pattern", NAME);
        properties.putObject("background").put("description", "Whether the next step begins at once; machine await waits for "
                + "this one's end.").put("type", "boolean").put("default", false);
        properties.putObject("after").put("description", "For a step in the background: the label of the step that must have ended "
                + "before this one begins.").put("type", "string").put("pattern", NAME);
        ((ArrayNode) step.get("required")).add("actor");
    }

    /// Two kinds have an action of the same name: what either can be given, and required only what both require.
    private static void merge(List<Word> actions, Word action, ActorKind kind) {
        Word named = new Word(action.name(), kind.label() + ": " + action.doc(), action.need(), action.parameters(), List.of());
        for (int i = 0; i < actions.size(); i++) {
            Word other = actions.get(i);
            if (!other.name().equals(action.name())) {
                continue;
            }
            List<Parameter> both = new ArrayList<>();
            for (Parameter parameter : other.parameters()) {
                Parameter same = action.parameter(parameter.name());
                both.add(new Parameter(parameter.name(), parameter.type(), parameter.required() && same != null
                        && same.required(),
                        parameter.otherwise(), parameter.words(), parameter.need(), parameter.needing(), parameter.within(),
                                    parameter.doc()));
            }
            for (Parameter parameter : action.parameters()) {
                if (other.parameter(parameter.name()) == null) {
                    both.add(new Parameter(parameter.name(), parameter.type(), false, parameter.otherwise(), parameter.words(),
                            parameter.need(), parameter.needing(), parameter.within(),
                                    parameter.doc()));
                }
            }
            String alike = ": " + action.doc();
            String doc = other.doc().endsWith(alike) ? other.doc().substring(0, other.doc().length() - alike.length()) + ", "
                    + named.doc() : other.doc() + " " + named.doc();
            actions.set(i, new Word(action.name(), doc, other.need(), both, List.of()));
            return;
        }
        actions.add(named);
    }

    /// One word, told by the value of a key: the key with all words, and for each word what it can be given.
    private static void oneOf(ObjectNode into, String key, String doc, List<Word> words) {
        into.put("type", "object");
        strings(into.putArray("required"), List.of(key));
        ObjectNode properties = into.putObject("properties");
        ArrayNode choices = properties.putObject(key).put("description", doc).putArray("oneOf");
        ArrayNode all = into.putArray("allOf");
        for (Word word : words) {
            choices.addObject().put("const", word.name()).put("description", word.doc());
            ObjectNode choice = all.addObject();
            ObjectNode condition = choice.putObject("if");
            condition.putObject("properties").putObject(key).put("const", word.name());
            strings(condition.putArray("required"), List.of(key));
            ObjectNode then = choice.putObject("then");
            List<String> required = word.parameters().stream().filter(Parameter::required).map(Parameter::name).toList();
            if (!required.isEmpty()) {
                strings(then.putArray("required"), required);
            }
            ObjectNode given = then.putObject("properties");
            for (Parameter parameter : word.parameters()) {
                value(given.putObject(parameter.name()), parameter);
            }
        }
        into.put("unevaluatedProperties", false);
    }

    private static void value(ObjectNode value, Parameter parameter) {
        value.put("description", parameter.doc() + (hasForm(parameter.type()) ? ": " + parameter.type().what() : "")
                + (parameter.otherwise() == null ? "" : " (default: " + parameter.otherwise() + ")"));
        switch (parameter.type()) {
            case NUMBER -> value.put("type", "integer").put("minimum", parameter.within() == null ? 0 : parameter.within().least())
                    .put("maximum", parameter.within() == null ? 1_000_000 : parameter.within().most());
            case DECIMAL -> value.put("type", "number").put("minimum", 0).put("exclusiveMaximum", 1_000_000);
            case COUNT -> value.put("type", "integer").put("minimum", 1).put("maximum", Crowd.MOST);
            case EXPECTATION -> value.put("$ref", "#/$defs/nested");
            case PORT -> value.put("type", "integer").put("minimum", 0).put("maximum", 0xFFFF);
            case FLAG -> value.put("type", "boolean");
            case SIZE -> either(value, "^ *" + SIZE + " *$");
            case BOUND -> either(value, BOUND);
            case PORTS -> either(value, "^ *[0-9]{1,5}(-[0-9]{1,5})? *$");
            case TIME -> {
                ArrayNode either = value.putArray("anyOf");
                either.addObject().put("const", 0);
                either.addObject().put("type", "string").put("pattern", "^ *(" + TIME + "|0) *$");
            }
            case SECONDS -> value.put("type", "string").put("pattern", SECONDS);
            case SWITCH -> ofSwitch(value, KernelSwitch.named(parameter.name()));
            case LINGER -> {
                ArrayNode either = value.putArray("anyOf");
                either.addObject().put("const", 0);
                either.addObject().put("const", "off");
                either.addObject().put("type", "string").put("pattern", "^ *([0-9]{1,9}[smh]|0) *$");
            }
            case WORD -> {
                if (parameter.words().equals(KernelCounter.labels())) {
                    counters(value.putArray("oneOf"));
                } else {
                    enumeration(value.putArray("enum"), parameter.words());
                }
            }
            case WORDS -> strings(value.put("type", "array").putObject("items").putArray("enum"), parameter.words());
            case TEXTS -> value.put("type", "array").putObject("items").put("type", "string");
            case FIELDS -> value.put("type", "array").putObject("items").put("type", "string").put("pattern", "^[!#-'*+.0-9A-Z^-z|~-]+:[\\t -~]*$");
            case PATH -> value.put("type", "string").put("pattern", "^/[!\"$-~]*$");
            case EVENTS -> value.put("type", "array").put("minItems", 2).putObject("items").put("type", "string")
                    .put("pattern", "^ *[^ ]+ +[^ ]+( +[^ ]+)? *$");
            case NAME, STEP, ACTOR, ACTORS, CROWD -> value.put("type", "string").put("pattern", NAME);
            case ANSWERS -> answers(value);
            default -> value.put("type", "string").put("minLength", 1);
        }
    }

    private static void ofSwitch(ObjectNode value, KernelSwitch which) {
        value.put("description", which.doc() + ": " + which.range());
        switch (which.unit()) {
            case SECONDS -> value.put("type", "string").put("pattern", SECONDS);
            case COUNT -> value.put("type", "integer").put("minimum", which.within().least()).put("maximum", which.within().most());
            case FLAG -> value.putArray("enum").add(0).add(1).add(true).add(false);
            case PORTS -> value.put("type", "string").put("pattern", "^ *[0-9]{1,5}-[0-9]{1,5} *$");
        }
    }

    /// An editor knows words and numbers from the schema; how the texts of the other types are made, only a person can be told.
    private static boolean hasForm(ValueType type) {
        return switch (type) {
            case BYTES, DELIMITER, PATH, SIZE, TIME, BOUND, TARGET, SOURCE, PORTS, SPAN -> true;
            default -> false;
        };
    }

    private static void answers(ObjectNode value) {
        ArrayNode either = value.put("type", "object").putObject("additionalProperties").putArray("anyOf");
        either.addObject().put("type", "array").put("minItems", 1).putObject("items").put("type", "string").put("pattern",
                "^[0-9a-f:.]+(%.+)?$");
        strings(either.addObject().putArray("enum"), List.of("nxdomain", "servfail", "refused", "empty", "silent"));
    }

    private static void either(ObjectNode value, String pattern) {
        ArrayNode either = value.putArray("anyOf");
        either.addObject().put("type", "integer").put("minimum", 0);
        either.addObject().put("type", "string").put("pattern", pattern);
    }

    private static void counters(ArrayNode into) {
        for (KernelCounter counter : KernelCounter.values()) {
            into.addObject().put("const", counter.label()).put("description", "Each time that " + counter.meaning() + ".");
        }
    }

    /// A word that looks like a number may stand without quotes.
    private static void enumeration(ArrayNode into, List<String> words) {
        strings(into, words);
        for (String word : words) {
            if (Literals.isDigits(word)) {
                into.add(Integer.parseInt(word));
            }
        }
    }

    private static void strings(ArrayNode into, List<String> texts) {
        for (String text : texts) {
            into.add(text);
        }
    }
}
