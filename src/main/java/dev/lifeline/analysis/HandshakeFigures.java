package dev.lifeline.analysis;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import java.util.ArrayList;
import java.util.List;

/// Three figures of one connection: how long the kernel's handshake took, how long the program's connect took, and the
/// difference. Only for connections that completed and whose packets were seen.
///
/// @param connecting the client's finished connect
/// @param handshake the handshake behind it, complete
public record HandshakeFigures(Span connecting, Span handshake) {

    /// All figures of a trace, in the order of the spans.
    static List<HandshakeFigures> of(Timeline timeline) {
        List<HandshakeFigures> all = new ArrayList<>();
        Span before = null;
        for (Span span : timeline.spans()) {
            if (before != null && span.stage() == Stage.HANDSHAKE && of(before, span)) {
                all.add(new HandshakeFigures(before, span));
            }
            before = span;
        }
        return all;
    }

    private static boolean of(Span connect, Span handshake) {
        return connect.stage() == Stage.CONNECT && connect.lane() == Lane.CLIENT && connect.state() instanceof Span.Done
                && handshake.connection() == connect.connection()
                && handshake.state() instanceof Span.Observed observed && observed.complete();
    }

    /// Its number on the client's lane, from 1.
    public int connection() {
        return connecting.connection();
    }

    /// The time from the first SYN to the handshake's last ACK, in nanoseconds.
    public long kernel() {
        return handshake.took();
    }

    /// The time from the call of connect to its return, in nanoseconds.
    public long connect() {
        return connecting.took();
    }

    /// The time that the program's connect took beyond the handshake, in nanoseconds: system calls, scheduling, the runtime.
    /// Negative where connect returned before its own ACK was seen.
    public long difference() {
        return connect() - kernel();
    }
}
