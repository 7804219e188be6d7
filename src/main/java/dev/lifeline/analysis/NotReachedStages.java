package dev.lifeline.analysis;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.PlannedStage;
import java.util.ArrayList;
import java.util.List;

/// Says of each planned stage that never began on its lane, in any connection, that it was not reached.
final class NotReachedStages {

    private static final int STAGES = Stage.values().length;

    private NotReachedStages() {
    }

    /// The spans with those that never ran at their planned place: behind all that are planned before them.
    static List<Span> addTo(List<Span> spans, List<PlannedStage> plan) {
        int[] place = new int[Lane.values().length * STAGES];
        for (int i = plan.size() - 1; i >= 0; i--) {
            place[index(plan.get(i).lane(), plan.get(i).stage())] = i + 1;
        }
        boolean[] began = new boolean[place.length];
        for (Span span : spans) {
            began[index(span.lane(), span.stage())] = true;
        }
        List<Span> all = new ArrayList<>(spans);
        for (int i = 0; i < plan.size(); i++) {
            PlannedStage planned = plan.get(i);
            int index = index(planned.lane(), planned.stage());
            if (!began[index]) {
                began[index] = true;
                all.add(behindEarlier(all, place, i + 1), notReached(planned));
            }
        }
        return all;
    }

    private static int behindEarlier(List<Span> spans, int[] place, int own) {
        int behind = 0;
        int other = 0;
        for (int i = 0; i < spans.size(); i++) {
            int planned = place[index(spans.get(i).lane(), spans.get(i).stage())];
            // A stage that nobody planned stands with the planned one before it.
            other = planned > 0 ? planned : other;
            if (other > 0 && other < own) {
                behind = i + 1;
            }
        }
        return behind;
    }

    private static Span notReached(PlannedStage planned) {
        return new Span(planned.stage(), planned.lane(), Evidence.INFERRED, 0, 0, 0, 0, null, null, new Span.NotReached());
    }

    private static int index(Lane lane, Stage stage) {
        return lane.ordinal() * STAGES + stage.ordinal();
    }
}
