package dev.lifeline.scenario.judge;

import dev.lifeline.model.FindingState;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PlayEvent.PlayStopped;
import dev.lifeline.model.event.PlayEvent.StepHeld;
import dev.lifeline.model.event.PlayEvent.StepStarted;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.expectation.Check;
import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.expectation.Nested;
import dev.lifeline.scenario.word.Args;
import java.util.ArrayList;
import java.util.List;

/// A play that somebody ended behind a step, and what of its expectations can be judged then.
public final class StoppedPlay {

    private StoppedPlay() {
    }

    /// The trace until the play was to end: what comes after is the end of its sockets. The whole of one that was played through.
    public static Trace cut(Trace trace) {
        for (int i = 0; i < trace.events().size(); i++) {
            if (trace.events().get(i).body() instanceof PlayStopped) {
                return new Trace(trace.header(), trace.events().subList(0, i + 1), trace.complete());
            }
        }
        return trace;
    }

    /// Tells behind which step a play was ended; `null` where it was played through.
    ///
    /// @param events of its [#cut] trace
    public static PlayStopped of(List<TraceEvent> events) {
        return !events.isEmpty() && events.getLast().body() instanceof PlayStopped stop ? stop : null;
    }

    /// Lists the findings that no step that was left out could change: those at a step that was played, and of the whole play those
    /// that rest on something that has happened. All of them where it was played through.
    public static List<Finding> judged(PlayRecord play, List<Finding> findings) {
        if (of(play.index().events()) == null) {
            return findings;
        }
        List<Finding> judged = new ArrayList<>();
        for (Finding finding : findings) {
            Expectation expectation = finding.expectation();
            String label = label(expectation.kind(), expectation.args());
            if (label == null ? lasts(finding) : play.marks().containsKey(label)) {
                judged.add(finding);
            }
        }
        return judged;
    }

    /// Tells whether something holds and nothing that is still to come can change that. What is about a step has its own look once the
    /// play has gone on: until then only an earlier one may be there.
    static boolean isSettled(PlayRecord play, Finding finding) {
        String label = label(finding.expectation().kind(), finding.expectation().args());
        return label == null ? lasts(finding)
                : finding.state() == FindingState.HELD && play.marks().containsKey(label) && wentOn(play, play.marks().get(label));
    }

    /// Tells whether a later step began, or the play stands before it. A walk without a scenario has no steps.
    private static boolean wentOn(PlayRecord play, StepMark mark) {
        boolean steps = false;
        for (TraceEvent event : play.index().play()) {
            boolean began = event.body() instanceof StepStarted || event.body() instanceof StepHeld;
            if (began && event.sequence() > mark.lastSequence()) {
                return true;
            }
            steps |= began;
        }
        return !steps;
    }

    private static boolean lasts(Finding finding) {
        Expectation expectation = finding.expectation();
        Check check = expectation.kind().check();
        return finding.state() == FindingState.HELD && !check.holdsByLack(expectation.args()) && check.lasts();
    }

    /// The step that an expectation is about; `null` where it is about the whole play.
    private static String label(ExpectationKind kind, Args args) {
        if (kind == ExpectationKind.HOW_MANY) {
            Nested that = (Nested) args.value("that");
            return label(that.kind(), that.args());
        }
        return kind.word().parameter("at") == null ? null : args.text("at");
    }
}
