package dev.lifeline.file.codec;

import dev.lifeline.file.codec.value.FlagWords;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of a line of a recording, made from the rows that read and write it.
final class RecordingSchema {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode definitions = JSON.createObjectNode();

    private RecordingSchema() {
    }

    static String text() {
        return new RecordingSchema().root();
    }

    private String root() {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "A line of a Lifeline trace recording, version " + HeaderRows.VERSION);
        root.put("description", "A recording is NDJSON in ASCII: the header, the events in order of arrival, for many "
                + "connections a "
                + "summary of each stage, how much later the programs knew than the kernel, the verdict, the end. Of a "
                + "scenario also "
                + "its claim after the header, and before the verdict whether each of its expectations held. A recording without "
                + "verdict and end broke off. Within version " + HeaderRows.VERSION + " fields and kinds may be added: "
                + "readers pass "
                + "over fields that they do not know, and this schema allows them; they refuse kinds that they do not know. null "
                + "counts as left out for a reader; writers leave out what is not known.");
        root.put("type", "object");
        root.putArray("required").add("type");
        ArrayNode types = root.putObject("properties").putObject("type").putArray("enum");
        ArrayNode either = root.putArray("allOf");
        for (CodecRow<?> line : LineRows.all()) {
            types.add(line.name());
            ObjectNode choice = either.addObject();
            choice.putObject("if").putObject("properties").putObject("type").put("const", line.name());
            choice.putObject("then").put("$ref", "#/$defs/" + line.name());
            ObjectNode definition = definitions.putObject(line.name());
            describe(definition, line.meaning());
            definition.put("type", "object");
            definition.putArray("required").add("type");
            definition.putObject("properties").putObject("type").put("const", line.name());
            fields(definition, line);
        }
        root.set("$defs", definitions);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    /// Adds the fields of a row to what is said of its object.
    private void fields(ObjectNode object, CodecRow<?> row) {
        if (row.fields().length == 0) {
            return;
        }
        ArrayNode required = object.withArray("required");
        ObjectNode properties = object.withObject("properties");
        for (Field field : row.fields()) {
            if (field.required()) {
                required.add(field.getName());
            }
            value(properties.putObject(field.getName()), field);
            if (field.kinds() != null) {
                kinds(properties.withObject(field.getName()).putArray("enum"), object.putArray("allOf"), field);
            }
        }
        if (required.isEmpty()) {
            object.remove("required");
        }
    }

    private void kinds(ArrayNode names, ArrayNode either, Field field) {
        for (CodecRow<?> kind : field.kinds().rows()) {
            names.add(kind.name());
            ObjectNode choice = either.addObject();
            describe(choice, kind.meaning());
            choice.putObject("if").putObject("properties").putObject(field.getName()).put("const", kind.name());
            fields(choice.putObject("then"), kind);
        }
    }

    private void value(ObjectNode value, Field field) {
        if (field.meaning() != null) {
            describe(value, field.meaning());
        }
        switch (field.type()) {
            case TEXT -> value.put("type", "string");
            case TIME -> value.put("type", "string").put("format", "date-time");
            case HEX -> value.put("type", "string").put("pattern", "^([0-9A-Fa-f]{2})*$");
            case FLAGS -> value.put("type", "string").put("pattern", FlagWords.pattern());
            case WHOLE -> value.put("type", "integer").put("minimum", field.least()).put("maximum", field.most());
            case FLAG -> value.put("type", "boolean");
            case TEXTS -> value.put("type", "array").putObject("items").put("type", "string");
            case NAMED_TEXTS -> value.put("type", "object").putObject("additionalProperties").put("type", "string");
            case WORD -> value.put("$ref", words(field.words()));
            case OBJECT -> value.put("$ref", object(field.row()));
            case OBJECTS -> value.put("type", "array").putObject("items").put("$ref", object(field.row()));
            case KIND -> {
                // Its names are added with what each of them means.
            }
        }
    }

    private String words(EnumWords<?> words) {
        if (!definitions.has(words.name())) {
            ObjectNode definition = definitions.putObject(words.name());
            describe(definition, words.meaning());
            List<String> all = new ArrayList<>(words.words());
            all.forEach(definition.putArray("enum")::add);
        }
        return "#/$defs/" + words.name();
    }

    private String object(CodecRow<?> row) {
        if (!definitions.has(row.name())) {
            ObjectNode definition = definitions.putObject(row.name());
            describe(definition, row.meaning());
            definition.put("type", "object");
            fields(definition, row);
        }
        return "#/$defs/" + row.name();
    }

    private static void describe(ObjectNode node, String meaning) {
        node.put("description", meaning);
    }
}
