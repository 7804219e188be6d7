package dev.lifeline.analysis;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import java.util.ArrayList;
import java.util.List;

/// Three figures of one connection: how long the kernel's handshake took, how long the program's connect took, and the
/// difference. Only for connections that completed and whose packets were seen.
///
/// @param connection its number on the client's lane, from 1
/// @param attempt which attempt of the race, from 1; 0 for none
/// @param kernel from the first SYN to the handshake's last ACK, in nanoseconds
/// @param connect from the call of connect to its return, in nanoseconds
public record HandshakeFigures(int connection, int attempt, long kernel, long connect) {

    /// Tells what the program's connect took beyond the handshake, in nanoseconds: system calls, scheduling, the runtime. Negative
    /// where connect returned before its own ACK was seen.
    public long difference() {
        return connect - kernel;
    }

    /// The figures of all connections, in the order of the spans.
    public static List<HandshakeFigures> of(Timeline timeline) {
        List<HandshakeFigures> all = new ArrayList<>();
        Span before = null;
        for (Span span : timeline.spans()) {
            HandshakeFigures figures = before == null ? null : of(before, span);
            if (figures != null) {
                all.add(figures);
            }
            before = span;
        }
        return all;
    }

    /// The figures of a connect and the span right behind it; `null` where that is not its completed handshake.
    public static HandshakeFigures of(Span connect, Span handshake) {
        if (connect.stage() != Stage.CONNECT || connect.lane() != Lane.CLIENT || !(connect.state() instanceof Span.Done)
                || handshake.stage() != Stage.HANDSHAKE || handshake.connection() != connect.connection()
                || !(handshake.state() instanceof Span.Observed observed) || !observed.complete()) {
            return null;
        }
        return new HandshakeFigures(connect.connection(), connect.attempt(), handshake.took(), connect.took());
    }
}
