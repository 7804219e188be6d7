package dev.lifeline.scenario.judge;

import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.Crowd;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.expectation.Check;
import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.word.ActorNames;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.List;

/// Judges whether all that a scenario expects was seen. Pure: the same play gives the same findings.
///
/// Nothing is said not to have happened where the evidence that could show it did not take part, or lost something.
public final class Judge {

    private Judge() {
    }

    /// One finding for each expectation, in their order; of a play that was ended before its end only those that can be judged.
    public static List<Finding> judge(Scenario scenario, PlayRecord play) {
        PlayIndex index = new PlayIndex(scenario, play);
        List<Finding> findings = new ArrayList<>();
        for (Expectation expectation : scenario.expectations()) {
            findings.add(finding(index, expectation));
        }
        return StoppedPlay.judged(play, findings);
    }

    static Finding finding(PlayIndex play, Expectation expectation) {
        Answer answer = answer(play, expectation.kind(), expectation.args());
        return new Finding(expectation, answer.state(), answer.wanted().ascii(), answer.seen().ascii());
    }

    /// The answer to one expectation. One that names a crowd is looked for with each member in its place, and holds where it does
    /// for all of them.
    public static Answer answer(PlayIndex play, ExpectationKind kind, Args args) {
        Word word = kind.word();
        Crowd crowd = kind == ExpectationKind.HOW_MANY ? null : crowd(play, word, args);
        return crowd == null ? one(play, kind, word, args) : CrowdAnswer.of(play, kind, args, crowd).all();
    }

    /// The crowd that an expectation names, or `null`; the reader lets only one stand there.
    private static Crowd crowd(PlayIndex play, Word word, Args args) {
        for (Parameter parameter : word.parameters()) {
            for (String actor : ActorNames.in(parameter, args)) {
                Crowd crowd = play.crowd(actor);
                if (crowd != null) {
                    return crowd;
                }
            }
        }
        return null;
    }

    /// The answer to one expectation that names no crowd, or whose crowd is nobody in particular.
    static Answer one(PlayIndex play, ExpectationKind kind, Word word, Args args) {
        Check check = kind.check();
        String label = args.text("at");
        Answer answer;
        if (label != null && play.mark(label) == null) {
            answer = Answer.of(false, kind.label() + " at " + label, "step " + label + " was never begun");
        } else {
            answer = check.look(play, args);
        }
        // A word needs the source of evidence that its look rests on.
        Need need = word.need();
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
        return answer;
    }
}
