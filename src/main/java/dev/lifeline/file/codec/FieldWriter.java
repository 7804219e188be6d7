package dev.lifeline.file.codec;

import dev.lifeline.file.codec.value.FlagWords;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Labelled;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// Writes the values that rows hand over, field by field in the order of the row. A value that is not known (`null`) leaves its
/// field out.
public final class FieldWriter {

    private static final Field[] NONE = {};

    private final JsonGenerator json;
    private Field[] fields = NONE;
    private int next;

    /// @param json writes to memory only, so that no call here can fail on I/O
    public FieldWriter(JsonGenerator json) {
        this.json = json;
    }

    /// Writes a line.
    public <T> void line(CodecRow<T> row, T value) {
        json.writeStartObject();
        json.writeStringProperty("type", row.name());
        fields(row, value);
        json.writeEndObject();
    }

    FieldWriter text(String value) {
        Field field = fields[next++];
        if (value != null) {
            json.writeName(field.label());
            json.writeString(value);
        }
        return this;
    }

    FieldWriter word(Labelled value) {
        return text(value == null ? null : value.label());
    }

    FieldWriter flags(int bits) {
        return text(FlagWords.text(bits));
    }

    FieldWriter whole(long value) {
        Field field = fields[next++];
        if (field.required() || value != field.absent()) {
            json.writeName(field.label());
            json.writeNumber(value);
        }
        return this;
    }

    FieldWriter flag(boolean value) {
        json.writeName(fields[next++].label());
        json.writeBoolean(value);
        return this;
    }

    FieldWriter texts(List<String> values) {
        json.writeName(fields[next++].label());
        json.writeStartArray();
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
        return this;
    }

    FieldWriter namedTexts(Map<String, String> values) {
        json.writeName(fields[next++].label());
        json.writeStartObject();
        for (Map.Entry<String, String> value : values.entrySet()) {
            json.writeStringProperty(value.getKey(), value.getValue());
        }
        json.writeEndObject();
        return this;
    }

    FieldWriter endpoint(Endpoint value) {
        return object(value);
    }

    /// Writes both ends, as the side sees them that speaks, into two fields.
    FieldWriter tuple(FourTuple value) {
        return object(value.local()).object(value.remote());
    }

    FieldWriter object(Object value) {
        Field field = fields[next++];
        if (value != null) {
            json.writeName(field.label());
            json.writeStartObject();
            fields(field.row(), value);
            json.writeEndObject();
        }
        return this;
    }

    FieldWriter objects(List<?> values) {
        Field field = fields[next++];
        if (values == null) {
            return this;
        }
        json.writeName(field.label());
        json.writeStartArray();
        for (Object value : values) {
            json.writeStartObject();
            fields(field.row(), value);
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }

    /// Writes the name of the value's row, and the fields of that beside it.
    FieldWriter kind(Object value) {
        Field field = fields[next++];
        CodecRow<?> row = rowOf(field.kinds(), value);
        json.writeName(field.label());
        json.writeString(row.label());
        fields(row, value);
        return this;
    }

    @SuppressWarnings("unchecked") // the row was declared for values of this type
    private static <T> CodecRow<?> rowOf(KindTable<T> kinds, Object value) {
        return kinds.row((T) value);
    }

    @SuppressWarnings("unchecked") // the row was declared for values of this type
    private <T> void fields(CodecRow<T> row, Object value) {
        Field[] outerFields = fields;
        int outerNext = next;
        fields = row.fields();
        next = 0;
        row.write((T) value, this);
        if (next != fields.length) {
            throw new IllegalStateException("the row of " + row.name() + " has " + fields.length + " fields, and wrote " + next);
        }
        fields = outerFields;
        next = outerNext;
    }
}
