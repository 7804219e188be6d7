package dev.lifeline.step.predict;

import dev.lifeline.scenario.predict.Belief;
import dev.lifeline.step.Journey;
import dev.lifeline.step.predict.Revealed.Outcome;
import dev.lifeline.step.predict.Summary.Touched;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the summary of a walk.
final class SummaryOf {

    private SummaryOf() {
    }

    static Summary of(Predictions predictions, Journey journey) {
        List<Revealed> revealed = new ArrayList<>();
        List<Revealed> waiting = new ArrayList<>();
        Revealed first = null;
        for (Answered each : predictions.asked()) {
            Revealed found = predictions.reveal(journey, each);
            if (found.outcome() == Outcome.NOT_SHOWN) {
                waiting.add(found);
                continue;
            }
            revealed.add(found);
            first = first == null && found.outcome() == Outcome.OTHERWISE ? found : first;
        }
        List<RevealedOrder> orders = new ArrayList<>();
        for (Ordered each : predictions.ordered()) {
            orders.add(predictions.reveal(journey, each));
        }
        return new Summary(revealed, waiting, orders, first, touched(revealed));
    }

    /// The beliefs of wrong answers. One that somebody was sure of comes first: it is mended best.
    private static List<Touched> touched(List<Revealed> revealed) {
        Map<Belief, List<Answered>> by = new LinkedHashMap<>();
        for (Revealed each : revealed) {
            boolean wrong = each.outcome() == Outcome.OTHERWISE || each.outcome() == Outcome.NOT_JUDGED;
            if (wrong && each.asked().choice().belief() != null) {
                by.computeIfAbsent(each.asked().choice().belief(), belief -> new ArrayList<>()).add(each.asked());
            }
        }
        List<Touched> touched = new ArrayList<>();
        by.forEach((belief, asked) -> {
            int confidence = 0;
            for (Answered each : asked) {
                confidence = Math.max(confidence, each.confidence());
            }
            touched.add(new Touched(belief, asked, confidence));
        });
        touched.sort(Comparator.comparingInt(Touched::confidence).reversed());
        return touched;
    }
}
