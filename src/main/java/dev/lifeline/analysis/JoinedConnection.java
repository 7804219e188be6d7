package dev.lifeline.analysis;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.event.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A connection that both sides saw: the four-tuple of the one is the reverse of the other's (RFC 9293 section 3.3.1).
///
/// @param connect the client's finished connect
/// @param accept the server's finished accept
public record JoinedConnection(Span connect, Span accept) {

    /// All connections that both sides saw, in the order in which the later of their two spans began. A tuple that is used again
    /// later in the trace is another connection.
    static List<JoinedConnection> of(List<Span> spans) {
        List<JoinedConnection> joined = new ArrayList<>();
        Map<FourTuple, Span> connects = new HashMap<>();
        Map<FourTuple, Span> accepts = new HashMap<>();
        for (Span span : spans) {
            if (span.outcome() instanceof Outcome.Connected connected && span.lane() == Lane.CLIENT) {
                FourTuple key = connected.tuple();
                Span accept = accepts.remove(key);
                if (accept == null) {
                    connects.put(key, span);
                } else {
                    joined.add(new JoinedConnection(span, accept));
                }
            } else if (span.outcome() instanceof Outcome.Accepted accepted && span.lane() == Lane.SERVER) {
                FourTuple key = accepted.tuple().reversed();
                Span connect = connects.remove(key);
                if (connect == null) {
                    accepts.put(key, span);
                } else {
                    joined.add(new JoinedConnection(connect, span));
                }
            }
        }
        return joined;
    }
}
