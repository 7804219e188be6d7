package dev.lifeline.file;

import tools.jackson.core.JsonGenerator;

/// The line of an expectation of a scenario, and of the scenario itself. Only for readers without the scenario's file: the trace is
/// the same with and without them.
final class FindingLine {

    private FindingLine() {
    }

    static void write(int number, String expectation, String state, String expected, String observed, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("type", "finding");
        out.writeNumberProperty("number", number);
        out.writeStringProperty("expectation", expectation);
        out.writeStringProperty("state", state);
        out.writeStringProperty("expected", expected);
        out.writeStringProperty("observed", observed);
        out.writeEndObject();
    }

    static void writeScenario(String id, String topic, String claim, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("type", "scenario");
        out.writeStringProperty("id", id);
        out.writeStringProperty("topic", topic);
        out.writeStringProperty("claim", claim);
        out.writeEndObject();
    }
}
