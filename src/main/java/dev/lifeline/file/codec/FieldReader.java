package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.event.Bytes;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;

/// Takes in one JSON object at a time, in whatever order its fields come, and hands them out checked. It is used again for
/// each line, so that reading a field makes no garbage. What it does not know it passes over; `null` counts as left out.
public final class FieldReader {

    private static final Field[] FIELDS = Field.values();

    private final PropertyNameMatcher names;
    private final Pool pool;
    private final long[] numbers = new long[FIELDS.length];
    private final Object[] objects = new Object[FIELDS.length];

    /// In which turn a field was last there: nothing is cleared between two lines.
    private final long[] seen = new long[FIELDS.length];
    private long turn;

    private FieldReader(PropertyNameMatcher names, Pool pool) {
        this.names = names;
        this.pool = pool;
    }

    /// A reader of lines, with others inside for the objects that a line may hold.
    ///
    /// @param factory of the parsers that will be read from
    public static FieldReader ofLines(JsonFactory factory, Pool pool) {
        PropertyNameMatcher names = factory.constructNameMatcher(List.of(FIELDS), false);
        FieldReader socket = new FieldReader(names, pool).with(Field.MEMORY).with(Field.TCP_INFO);
        return new FieldReader(names, pool).with(Field.OUTCOME).with(Field.SOCKET, socket).with(Field.ROUTE).with(Field.SYN)
                .with(Field.CAPTURED);
    }

    private FieldReader with(Field field) {
        return with(field, new FieldReader(names, pool));
    }

    private FieldReader with(Field field, FieldReader inner) {
        objects[field.ordinal()] = inner;
        return this;
    }

    /// Takes in the object whose start the parser stands on, up to its end.
    ///
    /// @throws tools.jackson.core.JacksonException where the line is not JSON or breaks off
    public void take(JsonParser json) throws LineMistake {
        turn++;
        int match = json.nextNameMatch(names);
        while (match != PropertyNameMatcher.MATCH_END_OBJECT) {
            JsonToken token = json.nextToken();
            if (match < 0) {
                json.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                Field field = FIELDS[match];
                take(field, json);
                seen[match] = turn;
            }
            match = json.nextNameMatch(names);
        }
    }

    private void take(Field field, JsonParser json) throws LineMistake {
        String name = field.label().getValue();
        int place = field.ordinal();
        switch (field.type()) {
            case TEXT -> objects[place] = JsonValues.text(json, name, pool);
            case WHOLE -> numbers[place] = JsonValues.whole(json, name);
            case FLAG -> numbers[place] = JsonValues.flag(json, name) ? 1 : 0;
            case ENDPOINT -> objects[place] = endpoint(json, name);
            case ENDPOINTS -> objects[place] = JsonValues.list(json, name, pool, element -> endpoint(element, name));
            case TEXTS -> objects[place] = JsonValues.list(json, name, pool, element -> JsonValues.text(element, name, pool));
            case BYTES -> objects[place] = bytes(json, name);
            case OBJECT -> object(field, json, name);
        }
    }

    private Endpoint endpoint(JsonParser json, String name) throws LineMistake {
        JsonValues.expect(JsonToken.START_OBJECT, json, name, "an object");
        String address = null;
        int port = -1;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String part = json.currentName();
            json.nextToken();
            switch (part) {
                case "address" -> address = JsonValues.text(json, part, pool);
                case "port" -> port = JsonValues.count(json, part, 0xFFFF);
                default -> json.skipChildren();
            }
        }
        if (address == null || port < 0) {
            throw LineMistake.missing(address == null ? "address" : "port");
        }
        return pool.endpoint(address, port);
    }

    private Bytes bytes(JsonParser json, String name) throws LineMistake {
        JsonValues.expect(JsonToken.START_OBJECT, json, name, "an object");
        long count = -1;
        String preview = null;
        boolean truncated = false;
        boolean told = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String part = json.currentName();
            json.nextToken();
            switch (part) {
                case "count" -> count = JsonValues.inRange(JsonValues.whole(json, part), part, 0, Long.MAX_VALUE);
                case "preview" -> preview = JsonValues.text(json, part, pool);
                case "truncated" -> {
                    truncated = JsonValues.flag(json, part);
                    told = true;
                }
                default -> json.skipChildren();
            }
        }
        if (count < 0 || preview == null || !told) {
            throw LineMistake.missing(count < 0 ? "count" : preview == null ? "preview" : "truncated");
        }
        return new Bytes(count, preview, truncated);
    }

    private void object(Field field, JsonParser json, String name) throws LineMistake {
        JsonValues.expect(JsonToken.START_OBJECT, json, name, "an object");
        // Objects hold objects to a fixed depth: what a file may nest is decided here, not by the file.
        if (!(objects[field.ordinal()] instanceof FieldReader inner)) {
            throw new LineMistake("the field \"" + name + "\" stands inside an object that cannot have it" + LineMistake.DAMAGED);
        }
        inner.take(json);
    }

    public String text(Field field) throws LineMistake {
        return (String) required(field);
    }

    public String textOrNull(Field field) {
        return (String) optional(field);
    }

    Endpoint endpoint(Field field) throws LineMistake {
        return (Endpoint) required(field);
    }

    public Endpoint endpointOrNull(Field field) {
        return (Endpoint) optional(field);
    }

    /// Both ends, as the side sees them that speaks.
    FourTuple tuple() throws LineMistake {
        return new FourTuple(endpoint(Field.LOCAL), endpoint(Field.REMOTE));
    }

    Bytes bytes(Field field) throws LineMistake {
        return (Bytes) required(field);
    }

    @SuppressWarnings("unchecked") // a field of type TEXTS holds nothing else
    List<String> texts(Field field) throws LineMistake {
        return (List<String>) required(field);
    }

    @SuppressWarnings("unchecked") // a field of type ENDPOINTS holds nothing else
    List<Endpoint> endpoints(Field field) throws LineMistake {
        return (List<Endpoint>) required(field);
    }

    /// The fields of an object.
    FieldReader object(Field field) throws LineMistake {
        return (FieldReader) required(field);
    }

    /// The fields of an object, or `null` where it is left out.
    FieldReader objectOrNull(Field field) {
        return (FieldReader) optional(field);
    }

    /// Bytes in hexadecimal, checked.
    ///
    /// @param most how many bytes there may be
    String hex(Field field, int most) throws LineMistake {
        return Hex.checked(field.label().getValue(), text(field), most);
    }

    public <E extends Enum<E>> E word(Field field, EnumWords<E> words) throws LineMistake {
        return words.meaning(field.label().getValue(), text(field));
    }

    public <E extends Enum<E>> E wordOrNull(Field field, EnumWords<E> words) throws LineMistake {
        return has(field) ? word(field, words) : null;
    }

    boolean flag(Field field) throws LineMistake {
        return whole(field) != 0;
    }

    long whole(Field field) throws LineMistake {
        check(field);
        return numbers[field.ordinal()];
    }

    long whole(Field field, long from, long to) throws LineMistake {
        return JsonValues.inRange(whole(field), field.label().getValue(), from, to);
    }

    /// A number of bytes or events.
    public long size(Field field) throws LineMistake {
        return whole(field, 0, Long.MAX_VALUE);
    }

    /// A number of bytes or things, or what stands for one that was left out.
    long sizeOr(Field field, long absent) throws LineMistake {
        return has(field) ? size(field) : absent;
    }

    /// A number of few things.
    int count(Field field) throws LineMistake {
        return (int) whole(field, 0, Integer.MAX_VALUE);
    }

    /// A number of few things, or what stands for one that was left out.
    int countOr(Field field, int absent) throws LineMistake {
        return has(field) ? count(field) : absent;
    }

    /// The sequence number of another event; -1 where that was dropped, or where there is none.
    long reference(Field field) throws LineMistake {
        return whole(field, -1, Long.MAX_VALUE);
    }

    /// Counts memory that is built from the fields and is more than what every event takes.
    void weigh(long bytes) {
        pool.weigh(bytes);
    }

    private boolean has(Field field) {
        return seen[field.ordinal()] == turn;
    }

    private void check(Field field) throws LineMistake {
        if (!has(field)) {
            throw LineMistake.missing(field.label().getValue());
        }
    }

    private Object required(Field field) throws LineMistake {
        check(field);
        return objects[field.ordinal()];
    }

    private Object optional(Field field) {
        return has(field) ? objects[field.ordinal()] : null;
    }
}
