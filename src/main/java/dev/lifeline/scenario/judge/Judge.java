package dev.lifeline.scenario.judge;

import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.expectation.AnswersCheck;
import dev.lifeline.scenario.expectation.BytesCheck;
import dev.lifeline.scenario.expectation.Check;
import dev.lifeline.scenario.expectation.CounterCheck;
import dev.lifeline.scenario.expectation.DescriptorCheck;
import dev.lifeline.scenario.expectation.HoldCheck;
import dev.lifeline.scenario.expectation.LoopCheck;
import dev.lifeline.scenario.expectation.MissingCheck;
import dev.lifeline.scenario.expectation.OrderCheck;
import dev.lifeline.scenario.expectation.PacketCheck;
import dev.lifeline.scenario.expectation.QueueCheck;
import dev.lifeline.scenario.expectation.RaceCheck;
import dev.lifeline.scenario.expectation.RatioCheck;
import dev.lifeline.scenario.expectation.RouteCheck;
import dev.lifeline.scenario.expectation.SocketCheck;
import dev.lifeline.scenario.expectation.StageCheck;
import dev.lifeline.scenario.expectation.TextCheck;
import dev.lifeline.scenario.expectation.TupleCheck;
import dev.lifeline.scenario.expectation.VerdictCheck;
import dev.lifeline.scenario.judge.Finding.State;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.List;

/// Whether what a scenario expects was seen. Pure: the same play gives the same findings.
///
/// Where the evidence that could show something did not take part, or lost something, it is not said that it did not happen.
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
        Check check = check(expectation.kind());
        Args args = expectation.args();
        String label = args.text("at");
        Answer answer;
        if (label != null && sight.mark(label) == null) {
            answer = Answer.of(false, expectation.kind() + " at " + label, "step " + label + " was never begun");
        } else {
            answer = check.look(sight, args);
        }
        String source = check.source();
        String absent = source == null ? null : sight.absent(source);
        if (absent != null) {
            answer = Answer.notSeen(answer.expected(), absent);
        } else if (answer.state() == State.NOT_HELD) {
            String lost = sight.lost(source == null ? "" : source);
            answer = lost == null ? answer : Answer.notSeen(answer.expected(), answer.observed() + "; but " + lost);
        } else if (answer.state() == State.HELD && sight.dropped() != null && countsWhatIsNotThere(expectation)) {
            answer = Answer.notSeen(answer.expected(), answer.observed() + "; but " + sight.dropped());
        }
        return new Finding(expectation, answer.state(), Printable.ascii(answer.expected()), Printable.ascii(answer.observed()));
    }

    /// Whether it may have held only because events are missing.
    private static boolean countsWhatIsNotThere(Expectation expectation) {
        return switch (expectation.kind()) {
            case "missing", "bytes", "race", "loop", "hold", "counter", "packet", "descriptor", "text" -> true;
            default -> "not-reached".equals(expectation.args().text("outcome"));
        };
    }

    private static Check check(String kind) {
        return switch (kind) {
            case "stage" -> new StageCheck();
            case "answers" -> new AnswersCheck();
            case "route" -> new RouteCheck();
            case "tuple" -> new TupleCheck();
            case "race" -> new RaceCheck();
            case "socket" -> new SocketCheck();
            case "queue" -> new QueueCheck();
            case "counter" -> new CounterCheck();
            case "packet" -> new PacketCheck();
            case "bytes" -> new BytesCheck();
            case "verdict" -> new VerdictCheck();
            case "order" -> new OrderCheck();
            case "ratio" -> new RatioCheck();
            case "descriptor" -> new DescriptorCheck();
            case "missing" -> new MissingCheck();
            case "loop" -> new LoopCheck();
            case "hold" -> new HoldCheck();
            case "text" -> new TextCheck();
            default -> throw new IllegalArgumentException("no check for expectation " + kind);
        };
    }
}
