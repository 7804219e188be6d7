package dev.lifeline.analysis;

import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Finds the connection that a verdict is about: a reader who sees both together takes them for the same.
///
/// Of a failure it is the one whose stage failed so. A verdict on a trace in which nothing failed tells of the last connection.
public final class VerdictConnection {

    private final Timeline timeline;
    private final Verdict verdict;
    private final Set<Integer> connected = new HashSet<>();

    private VerdictConnection(Timeline timeline, Verdict verdict) {
        this.timeline = timeline;
        this.verdict = verdict;
        for (Span span : timeline.spans()) {
            if (span.stage() == Stage.CONNECT && span.state() instanceof Span.Done) {
                connected.add(span.connection());
            }
        }
    }

    /// The connection; [Connections#NONE] where the trace has none.
    public static Ends of(TraceIndex index, Verdict verdict) {
        Span span = verdict.stage() == null ? null : new VerdictConnection(index.timeline(), verdict).span();
        if (span != null) {
            return index.connections().of(span.lane(), span.connection());
        }
        List<Ends> all = index.connections().all();
        Ends last = all.isEmpty() ? Connections.NONE : all.getLast();
        for (Ends ends : all) {
            // Behind the clients' own come those that only the server has; the verdict is about a client where there is one.
            last = ends.client() > 0 ? ends : last;
        }
        return last;
    }

    /// The stage of a connection that the verdict names: the first that fits best.
    private Span span() {
        Span best = null;
        int most = 0;
        for (Span span : timeline.spans()) {
            int fit = span.connection() > 0 && span.stage() == verdict.stage() && span.lane() == verdict.lane() ? fit(span) : 0;
            if (fit > most) {
                best = span;
                most = fit;
            }
        }
        return best;
    }

    private int fit(Span span) {
        if (span.state() instanceof Span.Failed failed) {
            Failure failure = failed.failure();
            boolean overcome = span.stage() == Stage.CONNECT && span.lane() == Lane.CLIENT
                    && connected.contains(span.connection());
            return overcome || failure.code() != verdict.code() ? 1
                    : 3 + (Objects.equals(failure.remote(), verdict.remote()) ? 2 : 0)
                    + (Objects.equals(failure.local(), verdict.local()) ? 1 : 0);
        }
        return span.state() instanceof Span.Open ? 2 : 1;
    }
}
