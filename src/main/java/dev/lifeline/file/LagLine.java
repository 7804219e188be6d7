package dev.lifeline.file;

import dev.lifeline.model.AppLag;
import tools.jackson.core.JsonGenerator;

/// The line of how much later a program knew than the kernel. Only for readers without the events: a replay finds it again.
final class LagLine {

    private LagLine() {
    }

    static void write(AppLag lag, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("type", "lag");
        out.writeStringProperty("stage", lag.stage().label());
        out.writeStringProperty("lane", lag.lane().label());
        out.writeNumberProperty("connection", lag.connection());
        out.writeStringProperty("packet", lag.packet());
        out.writeNumberProperty("packetAtNanos", lag.packetAt());
        out.writeNumberProperty("callbackAtNanos", lag.callbackAt());
        out.writeNumberProperty("lagNanos", lag.lag());
        out.writeNumberProperty("uncertaintyNanos", lag.uncertainty());
        out.writeEndObject();
    }
}
