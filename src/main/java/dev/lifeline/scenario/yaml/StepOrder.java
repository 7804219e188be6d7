package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.action.AwaitAction;
import dev.lifeline.scenario.action.GateAction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The order of the steps of a play, as far as the file says it: what must have been before what. Pure.
///
/// A step has three moments: its turn, its beginning, its end. The next has its turn when this one has ended, or begun in the
/// background, or had its turn there where it begins after another. An actor does one thing at a time.
final class StepOrder {

    private static final int MOMENTS = 3;
    private static final int TURN = 0;
    private static final int BEGIN = 1;
    private static final int END = 2;

    private final List<Step> steps;
    private final Map<String, Step> labels;
    private final List<List<Integer>> then = new ArrayList<>();

    StepOrder(List<Step> steps, Map<String, Step> labels) {
        this.steps = steps;
        this.labels = labels;
        for (int i = 0; i < steps.size() * MOMENTS; i++) {
            then.add(new ArrayList<>(2));
        }
        Map<String, Step> last = new HashMap<>();
        for (Step step : steps) {
            before(step, TURN, step, BEGIN);
            before(step, BEGIN, step, END);
            if (step.number() < steps.size()) {
                before(step, !step.background() ? END : step.after() == null ? BEGIN : TURN, steps.get(step.number()), TURN);
            }
            waits(step);
            // A hold is done to an actor, not by it.
            if (!(step.action() instanceof GateAction)) {
                for (String doer : step.doers()) {
                    Step earlier = last.put(doer, step);
                    if (earlier != null) {
                        before(earlier, END, step, BEGIN);
                    }
                }
            }
        }
    }

    private void waits(Step step) {
        Step first = step.after() == null ? null : labels.get(step.after());
        if (first != null) {
            before(first, END, step, BEGIN);
        }
        Step awaited = step.action() instanceof AwaitAction.Await await ? labels.get(await.step()) : null;
        if (awaited != null) {
            before(awaited, END, step, END);
        }
    }

    private void before(Step one, int moment, Step other, int otherMoment) {
        then.get(node(one, moment)).add(node(other, otherMoment));
    }

    private static int node(Step step, int moment) {
        return (step.number() - 1) * MOMENTS + moment;
    }

    /// Says by what the step that another begins after waits for that other one: ` (line 9 waits for line 7)`; `null` where it does not.
    String circle(Step step) {
        Step first = labels.get(step.after());
        if (first == null) {
            return null;
        }
        int[] from = new int[then.size()];
        Arrays.fill(from, -1);
        int begin = node(step, BEGIN);
        int end = node(first, END);
        Deque<Integer> open = new ArrayDeque<>(List.of(begin));
        while (!open.isEmpty() && from[end] < 0) {
            int each = open.remove();
            for (int next : then.get(each)) {
                if (from[next] < 0 && next != begin) {
                    from[next] = each;
                    open.add(next);
                }
            }
        }
        return from[end] < 0 ? null : path(from, end, step);
    }

    private String path(int[] from, int end, Step step) {
        List<Integer> lines = new ArrayList<>();
        for (int each = end; each >= 0; each = from[each]) {
            int line = steps.get(each / MOMENTS).position().line();
            if (lines.isEmpty() || lines.getFirst() != line) {
                lines.addFirst(line);
            }
        }
        if (lines.size() == 1) {
            return " (line " + step.position().line() + ")";
        }
        return " (line " + lines.getLast() + " waits for line " + lines.get(lines.size() - 2)
                + (lines.size() == 2 ? "" : ", and that in the end for line " + lines.getFirst()) + ")";
    }
}
