package dev.lifeline.file;

import dev.lifeline.model.Bytes;
import dev.lifeline.model.Endpoint;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;

/// Takes in one JSON object at a time, in whatever order its fields come, and hands them out checked. It is used again for
/// each line, so that reading a field makes no garbage. What it does not know it passes over; `null` counts as left out.
final class FieldReader {

    private static final Field[] FIELDS = Field.values();

    private final PropertyNameMatcher names;
    private final Pool pool;
    private final FieldReader nested;
    private final long[] numbers = new long[FIELDS.length];
    private final Object[] objects = new Object[FIELDS.length];
    private long present;

    private FieldReader(PropertyNameMatcher names, Pool pool, FieldReader nested) {
        this.names = names;
        this.pool = pool;
        this.nested = nested;
    }

    /// A reader of lines, with another inside for the outcome in a line.
    ///
    /// @param factory of the parsers that will be read from
    static FieldReader ofLines(JsonFactory factory, Pool pool) {
        PropertyNameMatcher names = factory.constructNameMatcher(List.of(FIELDS), false);
        return new FieldReader(names, pool, new FieldReader(names, pool, null));
    }

    /// Takes in the object whose start the parser stands on, up to its end.
    ///
    /// @throws tools.jackson.core.JacksonException where the line is not JSON or breaks off
    void take(JsonParser json) throws Flaw {
        present = 0;
        int match = json.nextNameMatch(names);
        while (match != PropertyNameMatcher.MATCH_END_OBJECT) {
            JsonToken token = json.nextToken();
            if (match < 0) {
                json.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                Field field = FIELDS[match];
                take(field, json);
                present |= field.bit();
            }
            match = json.nextNameMatch(names);
        }
    }

    private void take(Field field, JsonParser json) throws Flaw {
        String name = field.label().getValue();
        int place = field.ordinal();
        switch (field.type()) {
            case TEXT -> objects[place] = Values.text(json, name, pool);
            case WHOLE -> numbers[place] = Values.whole(json, name);
            case FLAG -> numbers[place] = Values.flag(json, name) ? 1 : 0;
            case ENDPOINT -> objects[place] = endpoint(json, name);
            case ENDPOINTS -> objects[place] = Values.list(json, name, pool, element -> endpoint(element, name));
            case TEXTS -> objects[place] = Values.list(json, name, pool, element -> Values.text(element, name, pool));
            case BYTES -> objects[place] = bytes(json, name);
            case OUTCOME -> outcome(json, name);
        }
    }

    private Endpoint endpoint(JsonParser json, String name) throws Flaw {
        Values.expect(JsonToken.START_OBJECT, json, name, "an object");
        String address = null;
        int port = -1;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String part = json.currentName();
            json.nextToken();
            switch (part) {
                case "address" -> address = Values.text(json, part, pool);
                case "port" -> port = Values.count(json, part, 0xFFFF);
                default -> json.skipChildren();
            }
        }
        if (address == null || port < 0) {
            throw Flaw.missing(address == null ? "address" : "port");
        }
        return pool.endpoint(address, port);
    }

    private Bytes bytes(JsonParser json, String name) throws Flaw {
        Values.expect(JsonToken.START_OBJECT, json, name, "an object");
        long count = -1;
        String preview = null;
        boolean truncated = false;
        boolean told = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String part = json.currentName();
            json.nextToken();
            switch (part) {
                case "count" -> count = Values.inRange(Values.whole(json, part), part, 0, Long.MAX_VALUE);
                case "preview" -> preview = Values.text(json, part, pool);
                case "truncated" -> {
                    truncated = Values.flag(json, part);
                    told = true;
                }
                default -> json.skipChildren();
            }
        }
        if (count < 0 || preview == null || !told) {
            throw Flaw.missing(count < 0 ? "count" : preview == null ? "preview" : "truncated");
        }
        return new Bytes(count, preview, truncated);
    }

    private void outcome(JsonParser json, String name) throws Flaw {
        Values.expect(JsonToken.START_OBJECT, json, name, "an object");
        if (nested == null) {
            throw new Flaw("an outcome stands inside an outcome" + Flaw.DAMAGED);
        }
        nested.take(json);
    }

    String text(Field field) throws Flaw {
        return (String) required(field);
    }

    String textOrNull(Field field) {
        return (String) optional(field);
    }

    Endpoint endpoint(Field field) throws Flaw {
        return (Endpoint) required(field);
    }

    Endpoint endpointOrNull(Field field) {
        return (Endpoint) optional(field);
    }

    Bytes bytes(Field field) throws Flaw {
        return (Bytes) required(field);
    }

    @SuppressWarnings("unchecked") // a field of type TEXTS holds nothing else
    List<String> texts(Field field) throws Flaw {
        return (List<String>) required(field);
    }

    @SuppressWarnings("unchecked") // a field of type ENDPOINTS holds nothing else
    List<Endpoint> endpoints(Field field) throws Flaw {
        return (List<Endpoint>) required(field);
    }

    /// The fields of the outcome.
    FieldReader outcome() throws Flaw {
        check(Field.OUTCOME);
        return nested;
    }

    <E extends Enum<E>> E word(Field field, Words<E> words) throws Flaw {
        return words.meaning(field.label().getValue(), text(field));
    }

    <E extends Enum<E>> E wordOrNull(Field field, Words<E> words) throws Flaw {
        return has(field) ? word(field, words) : null;
    }

    boolean flag(Field field) throws Flaw {
        return whole(field) != 0;
    }

    long whole(Field field) throws Flaw {
        check(field);
        return numbers[field.ordinal()];
    }

    long whole(Field field, long from, long to) throws Flaw {
        return Values.inRange(whole(field), field.label().getValue(), from, to);
    }

    /// A number of bytes or events.
    long size(Field field) throws Flaw {
        return whole(field, 0, Long.MAX_VALUE);
    }

    /// A number of few things.
    int count(Field field) throws Flaw {
        return (int) whole(field, 0, Integer.MAX_VALUE);
    }

    private boolean has(Field field) {
        return (present & field.bit()) != 0;
    }

    private void check(Field field) throws Flaw {
        if (!has(field)) {
            throw Flaw.missing(field.label().getValue());
        }
    }

    private Object required(Field field) throws Flaw {
        check(field);
        return objects[field.ordinal()];
    }

    private Object optional(Field field) {
        return has(field) ? objects[field.ordinal()] : null;
    }
}
