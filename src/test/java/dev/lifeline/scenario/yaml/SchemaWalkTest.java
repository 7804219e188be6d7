package dev.lifeline.scenario.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lifeline.scenario.Catalogue;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.action.ActionKind;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published schema and the reader, walked side by side: no word, parameter, type or bound is in one of them only.
class SchemaWalkTest {

    /// Values of every type, right for some and wrong for others.
    private static final List<String> VALUES = List.of("0", "1", "2", "7", "200", "201", "65535", "65536", "1000000", "1000001", "-1", "1.5", "0.001", "true",
            "false", "'true'", "'5'", "''", "' '", "null", "[]", "[x]", "{}", "word", "Word", "two words", "'1st'", "250ms", "1.5s", "'0'", "1h", "2m", "ms", "4096B",
            "8KiB", "8KB", "64MiB", "65MiB", "'>= 2'", "'=> 2'", "'< 10'", "2..", "..5", "2..5", "5..3", "2..8KiB", "2...5", "'::1'", "127.0.0.1", "localhost",
            "'127.0.0.1:80'", "'[::1]:80'", "'both.test:server'", "40000-40001", "40001-40000", "'a\\n'", "'a\\q'", "client connect", "off", "finished", "ESTABLISHED",
            "rfc8305", "[client connect, client packet SYN]", "[finished]", "[1]", "{a.test: nxdomain}", "{a.test: [127.0.0.1]}", "{a.test: [localhost]}", "{a.test: never}",
            "/hello?ms=5", "'/a b'", "'/a#b'", "['X-A: 1', 'X-B:']", "[': 1']", "['X A: 1']");

    /// Types whose texts a schema only knows to be texts: what they are made of, the reader alone can tell.
    private static final Set<ValueType> TEXTS = EnumSet.of(ValueType.TEXT, ValueType.BYTES, ValueType.DELIMITER, ValueType.ADDRESS, ValueType.TARGET, ValueType.SOURCE,
            ValueType.EVENT, ValueType.EVENTS, ValueType.SPAN);

    /// Values of the right form that are none all the same, by their type.
    private static final Map<ValueType, Set<String>> ONLY_READER = Map.of(
            ValueType.SIZE, Set.of("65MiB"),
            ValueType.BOUND, Set.of("5..3", "65MiB"),
            // Too long to linger.
            ValueType.LINGER, Set.of("1h", "2m"),
            ValueType.SWITCH, Set.of("40001-40000"),
            ValueType.PORTS, Set.of("0", "'0'", "201", "65535", "65536", "1000000", "1000001", "40001-40000"));

    private static JsonNode schema;

    @BeforeAll
    static void reads() throws Exception {
        schema = JsonMapper.shared().readTree(new String(Catalogue.schema(), StandardCharsets.UTF_8));
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object == null ? List.of() : new ArrayList<>(object.propertyNames()));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        if (array != null) {
            array.forEach(each -> texts.add(each.asString()));
        }
        return texts;
    }

    /// For each word of a definition what the schema says that it can be given.
    private static Map<String, JsonNode> words(String definition, String key) {
        Map<String, JsonNode> words = new TreeMap<>();
        for (JsonNode choice : schema.at("/$defs/" + definition + "/allOf")) {
            words.put(choice.at("/if/properties/" + key + "/const").asString(), choice.get("then"));
        }
        Set<String> listed = new TreeSet<>();
        schema.at("/$defs/" + definition + "/properties/" + key + "/oneOf").forEach(each -> listed.add(each.get("const").asString()));
        assertEquals(listed, words.keySet(), definition);
        return words;
    }

    /// For each word of the vocabulary its parameters, of all that have a word of that name.
    private static Map<String, List<Word>> byName(List<Word> words) {
        Map<String, List<Word>> named = new TreeMap<>();
        for (Word word : words) {
            named.computeIfAbsent(word.name(), _ -> new ArrayList<>()).add(word);
        }
        return named;
    }

    private static void assertSame(Map<String, List<Word>> vocabulary, Map<String, JsonNode> published) {
        assertEquals(vocabulary.keySet(), published.keySet());
        vocabulary.forEach((name, words) -> {
            Set<String> given = new TreeSet<>();
            Set<String> required = null;
            for (Word word : words) {
                Set<String> must = new TreeSet<>();
                for (Parameter parameter : word.parameters()) {
                    given.add(parameter.name());
                    if (parameter.required()) {
                        must.add(parameter.name());
                    }
                }
                if (required == null) {
                    required = must;
                } else {
                    required.retainAll(must);
                }
            }
            assertEquals(given, names(published.get(name).get("properties")), name);
            assertEquals(required, texts(published.get(name).get("required")), name);
        });
    }

    private static List<Word> actors() {
        List<Word> words = new ArrayList<>();
        for (ActorKind kind : ActorKind.values()) {
            if (kind.isDeclared()) {
                words.add(kind.word());
            }
        }
        return words;
    }

    private static List<Word> actions() {
        List<Word> words = new ArrayList<>();
        for (ActorKind kind : ActorKind.values()) {
            for (ActionKind action : kind.actions()) {
                words.add(action.word());
            }
        }
        return words;
    }

    private static List<Word> expectations() {
        List<Word> words = new ArrayList<>();
        for (ExpectationKind kind : ExpectationKind.values()) {
            words.add(kind.word());
        }
        return words;
    }

    @Test
    void bothHaveTheSameWordsWithTheSameParameters() {
        assertEquals(new TreeSet<>(FileShape.SECTIONS), names(schema.get("properties")));
        assertEquals(new TreeSet<>(Need.labels(List.of(Need.values()))), texts(schema.at("/properties/needs/items/enum")));
        assertSame(byName(actors()), words("actor", "kind"));
        assertSame(byName(actions()), words("step", "do"));
        assertSame(byName(expectations()), words("expectation", "see"));
        assertEquals(new TreeSet<>(StepsShape.COMMON), names(schema.at("/$defs/step/properties")));
        assertEquals(new TreeSet<>(ExpectationsShape.COMMON), names(schema.at("/$defs/expectation/properties")));
    }

    /// A parameter with what the schema says of it, and the words that have it.
    private record Pair(Parameter parameter, JsonNode published, Set<String> words) {
    }

    private static void add(Map<String, Pair> pairs, List<Word> words, Map<String, JsonNode> published) {
        for (Word word : words) {
            for (Parameter parameter : word.parameters()) {
                JsonNode value = published.get(word.name()).at("/properties/" + parameter.name());
                Map<String, JsonNode> form = new HashMap<>();
                value.properties().forEach(each -> form.put(each.getKey(), each.getValue()));
                form.remove("description");
                pairs.computeIfAbsent(parameter.type() + " " + parameter.words() + " " + parameter.within() + form, _ -> new Pair(parameter, value, new LinkedHashSet<>()))
                        .words().add(word.name() + " " + parameter.name());
            }
        }
    }

    @Test
    void bothTakeTheSameValues() {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        add(pairs, actors(), words("actor", "kind"));
        add(pairs, actions(), words("step", "do"));
        add(pairs, expectations(), words("expectation", "see"));
        List<String> differences = new ArrayList<>();
        Set<ValueType> types = new HashSet<>();
        int taken = 0;
        for (Pair pair : pairs.values()) {
            ValueType type = pair.parameter().type();
            types.add(type);
            if (type == ValueType.EXPECTATION) {
                continue; // a group of words of its own: its definition is walked above
            }
            Schema form = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(
                    "{\"properties\": {\"v\": " + pair.published() + "}, \"$defs\": " + schema.get("$defs") + "}");
            for (String value : VALUES) {
                Problems problems = new Problems();
                Yaml read = ((Yaml.Mapping) YamlReader.read("v: " + value + "\n", problems)).get("v");
                boolean reader = new ParameterValues(problems).read(pair.parameter(), read) != null && !problems.any();
                boolean published = form.validate("v: " + value + "\n", InputFormat.YAML).isEmpty();
                taken += reader ? 1 : 0;
                boolean known = published && !reader && (TEXTS.contains(type) && read instanceof Yaml.Text text && text.isText() || TEXTS.contains(type) && read instanceof Yaml.Sequence
                        || ONLY_READER.getOrDefault(type, Set.of()).contains(value));
                if (reader != published && !known) {
                    differences.add(type + " " + pair.words() + " " + value + (reader ? ": the reader takes it, and the schema does not" : ": the schema takes it, and the reader does not"));
                }
            }
        }
        assertEquals("", String.join("\n", differences));
        // A single event is part of spans and lists.
        assertEquals(EnumSet.complementOf(EnumSet.of(ValueType.EVENT)), EnumSet.copyOf(types), "every type is some parameter's");
        assertTrue(taken > 200, "values that both take: " + taken);
    }
}
