package dev.lifeline.scenario.judge;

import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.expectation.Check;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.List;

/// Judges whether all that a scenario expects was seen. Pure: the same play gives the same findings.
///
/// Nothing is said not to have happened where the evidence that could show it did not take part, or lost something.
public final class Judge {

    private Judge() {
    }

    /// One finding for each expectation, in their order.
    public static List<Finding> judge(Scenario scenario, PlayRecord play) {
        PlayIndex index = new PlayIndex(scenario, play);
        List<Finding> findings = new ArrayList<>();
        for (Expectation expectation : scenario.expectations()) {
            findings.add(finding(index, expectation));
        }
        return findings;
    }

    private static Finding finding(PlayIndex play, Expectation expectation) {
        Check check = expectation.kind().check();
        Args args = expectation.args();
        String label = args.text("at");
        Answer answer;
        if (label != null && play.mark(label) == null) {
            answer = Answer.of(false, expectation.kind().label() + " at " + label, "step " + label + " was never begun");
        } else {
            answer = check.look(play, args);
        }
        // A word needs the source of evidence that its look rests on.
        Need need = expectation.kind().word().need();
        String source = need == null ? null : need.label();
        String absent = source == null ? null : play.absent(source);
        if (absent != null) {
            answer = Answer.notSeen(answer.expected(), absent);
        } else if (answer.state() == FindingState.NOT_HELD) {
            String lost = play.lost(source == null ? "" : source);
            answer = lost == null ? answer : Answer.notSeen(answer.expected(), answer.observed() + "; but " + lost);
        } else if (answer.state() == FindingState.HELD && play.dropped() != null && check.holdsByLack(args)) {
            answer = Answer.notSeen(answer.expected(), answer.observed() + "; but " + play.dropped());
        }
        return new Finding(expectation, answer.state(), Printable.ascii(answer.expected()), Printable.ascii(answer.observed()));
    }
}
