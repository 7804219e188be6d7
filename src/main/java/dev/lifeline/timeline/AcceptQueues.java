package dev.lifeline.timeline;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Concludes from both sides how long a connection waited in the accept queue (`listen(2)`): connect had returned, accept had
/// not been called. The true wait is longer: it began before connect returned, and ended before accept returned.
final class AcceptQueues {

    private static final String NOTE = "inferred: in the accept queue at least this long";

    private AcceptQueues() {
    }

    /// The spans with each conclusion right behind its connect. Where accept was called first there is nothing to conclude.
    static List<Span> addTo(List<Span> spans) {
        Map<Span, Span> acceptOf = new IdentityHashMap<>();
        for (JoinedConnection joined : JoinedConnection.of(spans)) {
            if (joined.accept().start() > joined.connect().end()) {
                acceptOf.put(joined.connect(), joined.accept());
            }
        }
        if (acceptOf.isEmpty()) {
            return spans;
        }
        List<Span> all = new ArrayList<>(spans.size() + acceptOf.size());
        for (Span span : spans) {
            all.add(span);
            Span accept = acceptOf.get(span);
            if (accept != null) {
                all.add(new Span(Stage.ACCEPT_QUEUE, Lane.KERNEL, Evidence.INFERRED, span.connection(), span.attempt(),
                        span.end(), accept.start(), span.local(), span.remote(), new Span.Concluded(NOTE)));
            }
        }
        return all;
    }
}
