package dev.lifeline.cli.report;

import dev.lifeline.file.AsciiJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Builds one line of NDJSON in printable ASCII. For commands that write lists of their own; traces are written by `file`.
public final class JsonLine {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonGenerator json = AsciiJson.generator(out).writeStartObject();

    /// Adds a text; leaves the field out where it is `null`.
    public JsonLine text(String name, String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
        return this;
    }

    JsonLine whole(String name, long value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    /// Adds true or false.
    public JsonLine flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
        return this;
    }

    /// Adds a list of texts.
    public JsonLine texts(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
        return this;
    }

    /// The line, ended by a line feed.
    public String end() {
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
        return out.toString(StandardCharsets.US_ASCII);
    }
}
