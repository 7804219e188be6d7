package dev.lifeline.file;

import dev.lifeline.model.AppLag;
import tools.jackson.core.JsonGenerator;

/// The line of how much later a program knew than the kernel. Only for readers without the events: a replay finds it again.
final class LagLine {

    private LagLine() {
    }

    /// @param handshakeNanos how long the kernel's handshake took, for a connect of which that was seen; else -1
    /// @param connectNanos how long the program's connect took; -1 likewise
    static void write(AppLag lag, long handshakeNanos, long connectNanos, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("type", "lag");
        out.writeStringProperty("stage", lag.stage().label());
        out.writeStringProperty("lane", lag.lane().label());
        out.writeNumberProperty("connection", lag.connection());
        out.writeStringProperty("packet", lag.packet());
        out.writeNumberProperty("packetAtNanos", lag.packetAt());
        out.writeNumberProperty("callbackAtNanos", lag.callbackAt());
        out.writeNumberProperty("lagNanos", lag.lag());
        if (lag.held() > 0) {
            out.writeNumberProperty("heldNanos", lag.held());
        }
        out.writeNumberProperty("uncertaintyNanos", lag.uncertainty());
        if (handshakeNanos >= 0 && connectNanos >= 0) {
            out.writeNumberProperty("handshakeNanos", handshakeNanos);
            out.writeNumberProperty("connectNanos", connectNanos);
            out.writeNumberProperty("differenceNanos", connectNanos - handshakeNanos);
        }
        out.writeEndObject();
    }
}
