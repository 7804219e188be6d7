package dev.lifeline.step.predict;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.scenario.judge.Questioned;
import dev.lifeline.scenario.predict.OrderPuzzle;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.step.predict.RevealedOrder.Break;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Holds an order that was said to that of a run.
final class OrderJudge {

    private OrderJudge() {
    }

    static RevealedOrder judge(Questioned seen, Ordered answer) {
        OrderPuzzle puzzle = answer.puzzle();
        Map<EventText, TraceEvent> happened = new LinkedHashMap<>();
        List<EventText> never = new ArrayList<>();
        List<EventText> unseen = new ArrayList<>();
        for (EventText event : puzzle.events()) {
            TraceEvent found = seen.event(event);
            if (found != null) {
                happened.put(event, found);
            } else if (seen.unseen(event) != null) {
                unseen.add(event);
            } else {
                never.add(event);
            }
        }
        List<EventText> order = new ArrayList<>(happened.keySet());
        order.sort(Comparator.comparing(happened::get, TraceEvent.BY_TIME));
        List<TraceEvent> evidence = new ArrayList<>();
        for (EventText each : order) {
            evidence.add(happened.get(each));
        }
        Break breaks = answer.isOpen() ? null : breaks(puzzle, answer.order(), happened, never, order);
        return new RevealedOrder(answer, !answer.isOpen() && breaks == null, order, never, unseen, breaks, evidence);
    }

    /// The first place where the order that was said is not the run's, read from its beginning; `null` where there is none.
    private static Break breaks(OrderPuzzle puzzle, List<EventText> said, Map<EventText, TraceEvent> happened, List<EventText> never,
                                List<EventText> order) {
        for (int i = 0; i < said.size(); i++) {
            EventText event = said.get(i);
            if (never.contains(event)) {
                return new Break(Break.Kind.NEVER_HAPPENED, event, null);
            }
            for (EventText other : order) {
                boolean later = said.indexOf(other) > i;
                if (later && happened.containsKey(event) && comes(happened.get(other), happened.get(event)) && !puzzle.isLoose(event, other)) {
                    return new Break(Break.Kind.TOO_EARLY, event, other);
                }
            }
        }
        for (EventText other : order) {
            if (!said.contains(other)) {
                return new Break(Break.Kind.LEFT_OUT, other, null);
            }
        }
        return null;
    }

    /// Two of the same time may stand either way round.
    private static boolean comes(TraceEvent one, TraceEvent before) {
        return one.at() < before.at();
    }
}
