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
        PlayIndex sight = new PlayIndex(scenario, play);
        List<Finding> findings = new ArrayList<>();
        for (Expectation expectation : scenario.expectations()) {
            findings.add(finding(sight, expectation));
        }
        return findings;
    }

    private static Finding finding(PlayIndex sight, Expectation expectation) {
        Check check = expectation.kind().check();
        Args args = expectation.args();
        String label = args.text("at");
        Answer answer;
        if (label != null && sight.mark(label) == null) {
            answer = Answer.of(false, expectation.kind().label() + " at " + label, "step " + label + " was never begun");
        } else {
            answer = check.look(sight, args);
        }
        Need need = expectation.kind().word().need();
        String source = need == null ? null : need.label();
        String absent = source == null ? null : sight.absent(source);
        if (absent != null) {
            answer = Answer.notSeen(answer.expected(), absent);
        } else if (answer.state() == FindingState.NOT_HELD) {
            String lost = sight.lost(source == null ? "" : source);
            answer = lost == null ? answer : Answer.notSeen(answer.expected(), answer.observed() + "; but " + lost);
        } else if (answer.state() == FindingState.HELD && sight.dropped() != null && check.holdsByLack(args)) {
            answer = Answer.notSeen(answer.expected(), answer.observed() + "; but " + sight.dropped());
        }
        return new Finding(expectation, answer.state(), Printable.ascii(answer.expected()), Printable.ascii(answer.observed()));
    }
}
