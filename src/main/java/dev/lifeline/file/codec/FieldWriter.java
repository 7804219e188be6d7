package dev.lifeline.file.codec;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.event.Bytes;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes fields into the JSON object that is open. A value that is not known (`null`) leaves its field out.
///
/// @param json writes to memory only, so that no call here can fail on I/O
public record FieldWriter(JsonGenerator json) {

    public void text(Field field, String value) {
        if (value != null) {
            json.writeName(field.label());
            json.writeString(value);
        }
    }

    public void whole(Field field, long value) {
        json.writeName(field.label());
        json.writeNumber(value);
    }

    /// Leaves out a number that stands for one that is not known.
    void wholeUnless(long absent, Field field, long value) {
        if (value != absent) {
            whole(field, value);
        }
    }

    /// Opens an object in the object; [#end()] closes it.
    void start(Field field) {
        json.writeName(field.label());
        json.writeStartObject();
    }

    void end() {
        json.writeEndObject();
    }

    void flag(Field field, boolean value) {
        json.writeName(field.label());
        json.writeBoolean(value);
    }

    public void endpoint(Field field, Endpoint value) {
        if (value != null) {
            json.writeName(field.label());
            endpoint(value);
        }
    }

    /// Both ends, as the side sees them that speaks.
    void tuple(FourTuple value) {
        endpoint(Field.LOCAL, value.local());
        endpoint(Field.REMOTE, value.remote());
    }

    void endpoints(Field field, List<Endpoint> values) {
        json.writeName(field.label());
        json.writeStartArray();
        for (Endpoint value : values) {
            endpoint(value);
        }
        json.writeEndArray();
    }

    void texts(Field field, List<String> values) {
        json.writeName(field.label());
        json.writeStartArray();
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    void bytes(Field field, Bytes value) {
        json.writeName(field.label());
        json.writeStartObject();
        json.writeNumberProperty("count", value.count());
        json.writeStringProperty("preview", value.preview());
        json.writeBooleanProperty("truncated", value.truncated());
        json.writeEndObject();
    }

    private void endpoint(Endpoint value) {
        json.writeStartObject();
        json.writeStringProperty("address", value.address());
        json.writeNumberProperty("port", value.port());
        json.writeEndObject();
    }
}
