package dev.lifeline.file.codec;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Labelled;
import dev.lifeline.model.event.Bytes;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// Writes what rows hand over, field by field in the order of the row. A value that is not known (`null`) leaves its field out.
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

    void text(String value) {
        Field field = fields[next++];
        if (value != null) {
            json.writeName(field.label());
            json.writeString(value);
        }
    }

    void word(Labelled value) {
        text(value == null ? null : value.label());
    }

    void flags(int bits) {
        text(FlagWords.text(bits));
    }

    void whole(long value) {
        Field field = fields[next++];
        if (field.required() || value != field.absent()) {
            json.writeName(field.label());
            json.writeNumber(value);
        }
    }

    void flag(boolean value) {
        json.writeName(fields[next++].label());
        json.writeBoolean(value);
    }

    void texts(List<String> values) {
        json.writeName(fields[next++].label());
        json.writeStartArray();
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    void namedTexts(Map<String, String> values) {
        json.writeName(fields[next++].label());
        json.writeStartObject();
        for (Map.Entry<String, String> value : values.entrySet()) {
            json.writeStringProperty(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    void endpoint(Endpoint value) {
        object(value);
    }

    /// Writes both ends, as the side sees them that speaks, into two fields.
    void tuple(FourTuple value) {
        object(value.local());
        object(value.remote());
    }

    void bytes(Bytes value) {
        object(value);
    }

    void object(Object value) {
        Field field = fields[next++];
        if (value != null) {
            json.writeName(field.label());
            json.writeStartObject();
            fields(field.row(), value);
            json.writeEndObject();
        }
    }

    void objects(List<?> values) {
        Field field = fields[next++];
        if (values == null) {
            return;
        }
        json.writeName(field.label());
        json.writeStartArray();
        for (Object value : values) {
            json.writeStartObject();
            fields(field.row(), value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Writes the name of the value's row, and the fields of that beside it.
    void kind(Object value) {
        Field field = fields[next++];
        CodecRow<?> row = rowOf(field.kinds(), value);
        json.writeName(field.label());
        json.writeString(row.label());
        fields(row, value);
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
