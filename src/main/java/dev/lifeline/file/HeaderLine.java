package dev.lifeline.file;

import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.TraceHeader.PlannedStage;
import dev.lifeline.model.TraceHeader.SourceStatus;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// The first line of a recording, as it is written.
final class HeaderLine {

    /// Tells a recording from other NDJSON.
    static final String FORMAT = "lifeline-trace";

    private HeaderLine() {
    }

    static void write(TraceHeader header, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", "header");
        json.writeStringProperty("format", FORMAT);
        json.writeNumberProperty("version", TraceWriter.VERSION);
        json.writeStringProperty("tool", header.tool());
        json.writeStringProperty("target", header.target());
        json.writeStringProperty("mode", header.mode().label());
        json.writeStringProperty("origin", header.origin().toString());
        json.writeStringProperty("clock", header.clock());
        json.writeNumberProperty("connections", header.connections());
        json.writeObjectPropertyStart("host");
        for (Map.Entry<String, String> fact : header.host().entrySet()) {
            json.writeStringProperty(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("sources");
        for (SourceStatus source : header.evidence()) {
            json.writeStartObject();
            json.writeStringProperty("name", source.name());
            json.writeBooleanProperty("available", source.available());
            json.writeStringProperty("reason", source.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("plan");
        for (PlannedStage planned : header.plan()) {
            json.writeStartObject();
            json.writeStringProperty("lane", planned.lane().label());
            json.writeStringProperty("stage", planned.stage().label());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
