package dev.lifeline.step.card;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The stages of two runs, each beside the one that is the same place in the other life: of the same program, the same connection of it,
/// and as many of its kind before it.
///
/// @param stage its label
/// @param side whose: an actor, or a side with the number of its connection where there are several
/// @param one in the first run; `null` where it was not there
/// @param other in the second run; `null` where it was not there
record StagePairs(String stage, String side, Span one, Span other) {

    /// Pairs them, in the order of the first run; what only the second one had stands behind what it followed there.
    static List<StagePairs> of(TraceIndex one, TraceIndex other) {
        Map<String, Span> first = spans(one);
        Map<String, Span> second = spans(other);
        List<String> order = new ArrayList<>(first.keySet());
        int behind = -1;
        for (String key : second.keySet()) {
            int at = order.indexOf(key);
            if (at < 0) {
                at = behind + 1;
                order.add(at, key);
            }
            behind = at;
        }
        List<StagePairs> pairs = new ArrayList<>();
        for (String key : order) {
            Span span = first.getOrDefault(key, second.get(key));
            pairs.add(new StagePairs(span.stage().label(), side(first.containsKey(key) ? one : other, span), first.get(key), second.get(key)));
        }
        return pairs;
    }

    private static Map<String, Span> spans(TraceIndex index) {
        Map<String, Span> spans = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Span span : index.timeline().spans()) {
            if (isTold(span)) {
                String actor = index.actors().name(span.lane(), span.connection());
                String key = span.stage() + " " + (actor == null ? span.lane() + " " + span.connection() : actor);
                spans.put(key + " " + counts.merge(key, 1, Integer::sum), span);
            }
        }
        return spans;
    }

    private static boolean isTold(Span span) {
        return switch (span.state().kind()) {
            case DONE, FAILED, OPEN, SKIPPED -> true;
            case HANDSHAKE, QUEUED, CONCLUDED, NOT_REACHED -> false;
        };
    }

    private static String side(TraceIndex index, Span span) {
        String actor = index.actors().name(span.lane(), span.connection());
        return actor != null ? actor : index.connections().all().size() > 1 && span.connection() > 0
                ? span.lane().label() + " " + span.connection() : span.lane().label();
    }
}
