package dev.lifeline.play;

import dev.lifeline.model.Lane;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.record.DeadlineClock;
import dev.lifeline.run.RunSession;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import dev.lifeline.text.Durations;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Visitors of a play by the labels at which they come.
final class PlayVisits {

    private final Map<String, PlayVisitor> visitors = new HashMap<>();

    /// @throws IllegalArgumentException where no step has this label
    void add(String label, PlayVisitor visitor, Scenario scenario) {
        for (Step step : scenario.steps()) {
            if (label.equals(step.label())) {
                visitors.put(label, visitor);
                return;
            }
        }
        throw new IllegalArgumentException("no step has the label " + label);
    }

    Set<String> labels() {
        return visitors.keySet();
    }

    /// Tells whether somebody comes when this step has ended.
    boolean comesAfter(Step step) {
        return step.label() != null && visitors.containsKey(step.label());
    }

    /// Lets the visitor of this label in, and says how long the play stood there, or that it ends there. No deadline passes meanwhile.
    ///
    /// @return whether the play goes on
    boolean visit(PlayStop stop, Play play, RunSession session) throws InterruptedException {
        Step step = stop.step();
        long came = session.clock().now();
        boolean goesOn;
        DeadlineClock.stop();
        try {
            goesOn = visitors.get(step.label()).visit(stop);
        } finally {
            DeadlineClock.goOn();
        }
        if (goesOn) {
            play.remark(Lane.CLIENT, "the play stood at " + step.label() + " for " + Durations.rounded(session.clock().now() - came));
        } else {
            play.lane(Lane.CLIENT).mark(new PlayEvent.PlayStopped(step.number(), step.actor(), step.action().kind().label(),
                    step.label()));
        }
        return goesOn;
    }
}
