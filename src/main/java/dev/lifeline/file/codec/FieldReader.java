package dev.lifeline.file.codec;

import dev.lifeline.file.codec.value.FlagWords;
import dev.lifeline.file.codec.value.Hex;
import dev.lifeline.file.codec.value.LineMistake;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Labelled;
import dev.lifeline.text.Quoted;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;

/// Takes in one JSON object at a time, in whatever order its fields come, and hands them out checked, in the order of the row that
/// asks. It is used again for each line, so that reading a field makes no garbage. What it does not know it passes over; `null`
/// counts as left out.
public final class FieldReader {

    private final Field[] known;
    private final PropertyNameMatcher matcher;
    private final Pool pool;
    private final long[] numbers;
    private final Object[] objects;

    /// In which turn a field was last there: nothing is cleared between two lines.
    private final long[] seen;
    private long turn;

    /// Readers of the objects that may stand in this one, by the places of their fields; what a file may nest is decided by the
    /// table.
    private final FieldReader[] inner;

    /// The rows that this reader is for: so few that looking through them is quicker than hashing.
    private final List<FieldNames.Plan> plans = new ArrayList<>();

    /// Of a reader for one row: that.
    private FieldNames.Plan own;

    private FieldNames.Plan plan;
    private int next;

    private FieldReader(FieldNames names, PropertyNameMatcher matcher, Pool pool) {
        this.known = names.inOrder();
        this.matcher = matcher;
        this.pool = pool;
        this.numbers = new long[known.length];
        this.objects = new Object[known.length];
        this.seen = new long[known.length];
        this.inner = new FieldReader[known.length];
    }

    /// Makes a reader of objects that are one of these rows.
    ///
    /// @param factory of the parsers that will be read from
    static FieldReader of(JsonFactory factory, Pool pool, List<CodecRow<?>> rows) {
        FieldNames names = new FieldNames();
        rows.forEach(names::add);
        Map<CodecRow<?>, FieldReader> made = new IdentityHashMap<>();
        FieldReader reader = new FieldReader(names, names.matcher(factory), pool);
        for (CodecRow<?> row : rows) {
            reader.learn(row, names, made);
        }
        return reader;
    }

    private void learn(CodecRow<?> row, FieldNames names, Map<CodecRow<?>, FieldReader> made) {
        own = new FieldNames.Plan(row, names);
        plans.add(own);
        learn(row.fields(), names, made);
    }

    private void learn(Field[] fields, FieldNames names, Map<CodecRow<?>, FieldReader> made) {
        for (Field field : fields) {
            if (field.row() != null) {
                FieldReader reader = made.get(field.row());
                if (reader == null) {
                    reader = new FieldReader(names, matcher, pool);
                    made.put(field.row(), reader);
                    reader.learn(field.row(), names, made);
                }
                inner[names.place(field)] = reader;
            }
            if (field.kinds() != null) {
                for (CodecRow<?> kind : field.kinds().rows()) {
                    learn(kind.fields(), names, made);
                }
            }
        }
    }

    /// Takes in the object whose start the parser stands on, up to its end.
    ///
    /// @throws tools.jackson.core.JacksonException where the line is not JSON or breaks off
    public void take(JsonParser json) throws LineMistake {
        turn++;
        int match = json.nextNameMatch(matcher);
        while (match != PropertyNameMatcher.MATCH_END_OBJECT) {
            JsonToken token = json.nextToken();
            if (match < 0) {
                json.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                take(match, json);
                seen[match] = turn;
            }
            match = json.nextNameMatch(matcher);
        }
    }

    private void take(int place, JsonParser json) throws LineMistake {
        Field field = known[place];
        String name = field.getName();
        switch (field.type().stored) {
            case TEXT -> objects[place] = JsonValues.text(json, name, pool);
            case WHOLE -> numbers[place] = JsonValues.whole(json, name);
            case FLAG -> numbers[place] = JsonValues.flag(json, name) ? 1 : 0;
            case TEXTS -> objects[place] = JsonValues.list(json, name, pool, element -> JsonValues.text(element, name, pool));
            case NAMED_TEXTS -> objects[place] = JsonValues.namedTexts(json, name, pool);
            case OBJECT -> objects[place] = object(inner[place], json, name);
            case OBJECTS -> objects[place] = JsonValues.list(json, name, pool, element -> object(inner[place], element, name));
        }
    }

    private static Object object(FieldReader reader, JsonParser json, String name) throws LineMistake {
        JsonValues.expect(JsonToken.START_OBJECT, json, name, "an object");
        if (reader == null) {
            throw new LineMistake("the field \"" + name + "\" stands inside an object that cannot have it" + LineMistake.DAMAGED);
        }
        reader.take(json);
        return reader.read(reader.own);
    }

    /// Hands the object that was taken in to a row.
    ///
    /// @param row one of those that this reader is for
    /// @throws LineMistake where a field is missing or holds what it cannot
    @SuppressWarnings("unchecked") // a row makes what it is for
    public <T> T read(CodecRow<T> row) throws LineMistake {
        int at = 0;
        while (plans.get(at).row != row) {
            at++;
        }
        return (T) read(plans.get(at));
    }

    private Object read(FieldNames.Plan wanted) throws LineMistake {
        FieldNames.Plan outerPlan = plan;
        int outerNext = next;
        plan = wanted;
        next = 0;
        Object value = wanted.row.read(this);
        if (next != wanted.fields.length) {
            throw new IllegalStateException("the row of " + wanted.row.name() + " has " + wanted.fields.length
                    + " fields, and read " + next);
        }
        plan = outerPlan;
        next = outerNext;
        return value;
    }

    /// A text, or `null` where it is left out.
    String text() throws LineMistake {
        Field field = plan.fields[next];
        String text = (String) object(next++);
        return field.type() == Field.Type.HEX && text != null ? Hex.checked(field.getName(), text, (int) field.most()) : text;
    }

    /// A constant, or `null` where it is left out.
    @SuppressWarnings("unchecked") // the field was declared with the words of this enum
    <E extends Enum<E> & Labelled> E word() throws LineMistake {
        Field field = plan.fields[next];
        String word = (String) object(next++);
        return word == null ? null : (E) field.words().constant(field.getName(), word);
    }

    /// The control bits of a segment.
    int flags() throws LineMistake {
        return FlagWords.flags(text());
    }

    /// A moment.
    Instant time() throws LineMistake {
        String name = plan.fields[next].getName();
        String text = text();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new LineMistake("the field \"" + name + "\" is " + Quoted.content(text, LineMistake.LONGEST_QUOTE)
                    + ", and must be a time like 2026-11-20T19:54:00Z" + LineMistake.DAMAGED);
        }
    }

    /// A number in the range of its field, or what stands for one that is left out.
    long whole() throws LineMistake {
        Field field = plan.fields[next];
        int place = plan.places[next++];
        if (seen[place] != turn) {
            if (field.required()) {
                throw LineMistake.missing(field.getName());
            }
            return field.absent();
        }
        return JsonValues.inRange(numbers[place], field.getName(), field.least(), field.most());
    }

    /// A number of few things.
    int count() throws LineMistake {
        return (int) whole();
    }

    /// True or false.
    boolean flag() throws LineMistake {
        Field field = plan.fields[next];
        int place = plan.places[next++];
        if (seen[place] != turn) {
            throw LineMistake.missing(field.getName());
        }
        return numbers[place] != 0;
    }

    /// A list of texts, or `null` where it is left out.
    @SuppressWarnings("unchecked") // a field of type TEXTS holds nothing else
    List<String> texts() throws LineMistake {
        return (List<String>) object(next++);
    }

    /// Texts by their names, in the order of the file, or `null` where they are left out.
    @SuppressWarnings("unchecked") // a field of type NAMED_TEXTS holds nothing else
    Map<String, String> namedTexts() throws LineMistake {
        return (Map<String, String>) object(next++);
    }

    /// One end, or `null` where it is left out.
    Endpoint endpoint() throws LineMistake {
        return (Endpoint) object(next++);
    }

    /// Both ends of two fields, as the side sees them that speaks.
    FourTuple tuple() throws LineMistake {
        return new FourTuple(endpoint(), endpoint());
    }

    /// An object as its row made it, or `null` where it is left out.
    @SuppressWarnings("unchecked") // the field was declared with a row of this type
    <T> T object() throws LineMistake {
        return (T) object(next++);
    }

    /// A list of objects as their row made them, or `null` where it is left out.
    @SuppressWarnings("unchecked") // the field was declared with a row of this type
    <T> List<T> objects() throws LineMistake {
        return (List<T>) object(next++);
    }

    /// An object as that row makes it whose name the field holds.
    ///
    /// @param what the rows are called in a message
    @SuppressWarnings("unchecked") // the field was declared with rows of this type
    <T> T kind(String what) throws LineMistake {
        FieldNames.Plan outer = plan;
        String name = (String) object(next++);
        FieldNames.Plan kind = outer.kinds.get(name);
        if (kind == null) {
            throw LineMistake.unknownKind(what, name);
        }
        return (T) read(kind);
    }

    /// Counts memory that is built from the fields and is more than what every event takes.
    void weigh(long bytes) {
        pool.weigh(bytes);
    }

    Pool pool() {
        return pool;
    }

    /// @return `null` where it is left out and may be
    private Object object(int at) throws LineMistake {
        int place = plan.places[at];
        if (seen[place] == turn) {
            return objects[place];
        }
        if (plan.fields[at].required()) {
            throw LineMistake.missing(plan.fields[at].getName());
        }
        return null;
    }
}
