package dev.lifeline.analysis.count;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import java.util.BitSet;

/// The connections of a lane of which something failed that counts.
public final class FailedConnections {

    private FailedConnections() {
    }

    /// Their numbers.
    public static BitSet of(TraceIndex index, Lane lane) {
        BitSet connections = new BitSet();
        for (Span span : index.failed()) {
            if (span.lane() == lane && span.state() instanceof Span.Failed failed
                    && index.counts(lane, span.connection(), failed.failure().code(), span.attempt())) {
                connections.set(span.connection());
            }
        }
        return connections;
    }
}
