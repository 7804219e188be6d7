package dev.lifeline.analysis.served;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.web.ExchangeFacts;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One connection of a server, by what its program saw and by nothing else: a live run and a replay of it say the same.
///
/// @param number counted from 1 in the order of accept
/// @param from the client's end, or `null` where accept did not say
/// @param at when it was accepted, in nanoseconds since the origin
/// @param ended when its program had done with it; the last event where that did not come
/// @param fate how it ended
/// @param code the code of its failure, or `null`
/// @param read bytes that came
/// @param written bytes that the kernel took
/// @param slowest the stage that took longest, close and accept left out; `null` where none ran
/// @param statuses of its responses of HTTP that were told one by one, in their order
/// @param requests of HTTP that were answered, told one by one or only counted
public record ServedConnection(int number, Endpoint from, long at, long ended, Fate fate, ErrorCode code, long read, long written,
                               Span slowest, List<Integer> statuses, long requests) {

    /// All of a trace: those that ended in the order of their ends, then those that were open.
    public static List<ServedConnection> of(TraceIndex index) {
        List<ServedConnection> all = new ArrayList<>();
        Map<Integer, Long> counted = counted(index);
        for (int number : index.sides().numbered(Lane.SERVER).keySet()) {
            if (number > 0) {
                all.add(of(index, number, counted.getOrDefault(number, 0L)));
            }
        }
        all.sort(Comparator.comparing((ServedConnection each) -> each.fate() == Fate.OPEN)
                .thenComparingLong(each -> each.fate() == Fate.OPEN ? each.number() : each.ended()));
        return all;
    }

    private static ServedConnection of(TraceIndex index, int number, long counted) {
        ConnectionSide side = index.sides().side(Lane.SERVER, number);
        Endpoint from = side.tuple() == null ? null : side.tuple().remote();
        long at = side.first();
        Span slowest = null;
        Span failed = null;
        Span close = null;
        for (Span span : index.stages()) {
            if (span.lane() != Lane.SERVER || span.connection() != number || !span.ran()) {
                continue;
            }
            if (span.stage() == Stage.ACCEPT) {
                at = span.end();
            } else if (span.stage() == Stage.CLOSE) {
                close = span;
            } else {
                slowest = slowest == null || span.took() > slowest.took() ? span : slowest;
                failed = failed == null && span.state() instanceof Span.Failed ? span : failed;
            }
        }
        ErrorCode code = failed == null ? null : ((Span.Failed) failed.state()).failure().code();
        boolean done = close != null && close.outcome() instanceof Outcome.Closed && code != ErrorCode.INTERRUPTED;
        List<Integer> statuses = statuses(index, number);
        return new ServedConnection(number, from, at, done ? close.end() : side.last(),
                done ? fate(side, code, (Outcome.Closed) close.outcome()) : Fate.OPEN, done ? code : null, side.read(), side.written(), slowest,
                statuses, Math.max(counted, statuses.size()));
    }

    /// The numbers of requests of those of which not all are told.
    private static Map<Integer, Long> counted(TraceIndex index) {
        Map<Integer, Long> counted = new HashMap<>();
        for (TraceEvent event : index.events()) {
            if (event.lane() == Lane.SERVER && event.body().kind() == HttpEvent.Kind.REQUESTS_COUNTED) {
                counted.put(event.connection(), ((HttpEvent.RequestsCounted) event.body()).requests());
            }
        }
        return counted;
    }

    private static List<Integer> statuses(TraceIndex index, int number) {
        List<Integer> statuses = new ArrayList<>();
        for (ExchangeFacts each : index.web().exchanges(Lane.SERVER, number)) {
            if (each.responded() != null) {
                statuses.add(each.responded().status());
            }
        }
        return statuses;
    }

    private static Fate fate(ConnectionSide side, ErrorCode code, Outcome.Closed closed) {
        if (code == ErrorCode.ECONNRESET || code == ErrorCode.EPIPE) {
            return Fate.RESET;
        } else if (closed.how() == CloseKind.RESET) {
            return Fate.RESET_HERE;
        } else if (code != null) {
            return code == ErrorCode.TIMEOUT ? Fate.TIMED_OUT : Fate.FAILED;
        }
        return side.read() > 0 ? side.written() > 0 ? Fate.ANSWERED : Fate.HEARD : side.written() > 0 ? Fate.TOLD : Fate.EMPTY;
    }

    /// Its length from accept to its end, in nanoseconds.
    public long took() {
        return Math.max(0, ended - at);
    }
}
