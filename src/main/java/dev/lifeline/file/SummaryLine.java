package dev.lifeline.file;

import dev.lifeline.model.StageSummary;
import tools.jackson.core.JsonGenerator;

/// The line of a stage's figures over many connections. Only for readers without the events: a replay counts for itself.
final class SummaryLine {

    private SummaryLine() {
    }

    static void write(StageSummary summary, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("type", "summary");
        out.writeStringProperty("lane", summary.lane().label());
        out.writeStringProperty("stage", summary.stage().label());
        out.writeNumberProperty("finished", summary.finished());
        if (summary.finished() > 0) {
            out.writeNumberProperty("minNanos", summary.min());
            out.writeNumberProperty("p50Nanos", summary.p50());
            out.writeNumberProperty("p90Nanos", summary.p90());
            out.writeNumberProperty("p99Nanos", summary.p99());
            out.writeNumberProperty("maxNanos", summary.max());
        }
        if (!summary.failures().isEmpty()) {
            out.writeArrayPropertyStart("failures");
            for (StageSummary.Failed failed : summary.failures()) {
                out.writeStartObject();
                out.writeStringProperty("code", failed.code().name());
                out.writeNumberProperty("count", failed.count());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }
}
