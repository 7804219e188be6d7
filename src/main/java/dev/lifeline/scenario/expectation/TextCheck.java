package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Looks whether what the `live` of a client expected came: ExpectationChecked.
public final class TextCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "Whether what a client's `live` expected came.",
                required("of", ValueType.ACTORS, "whose").of("client"),
                required("came", ValueType.FLAG, "whether it came"));
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        List<Own> sides = play.sides(args.text("of"), null);
        String subject = args.text("of") + ": ";
        String expected = subject + (args.flag("came") ? "what it expected came" : "what it expected did not come");
        RunEvent.ExpectationChecked checked = null;
        for (TraceEvent event : play.events()) {
            if (event.body() instanceof RunEvent.ExpectationChecked each && play.isOf(event, null, args.text("of"), sides)) {
                checked = each;
            }
        }
        return checked == null ? Answer.of(!args.flag("came"), expected, subject + "it never came to look for anything")
                : Answer.of(checked.held() == args.flag("came"), expected,
                        subject + "expected \"" + checked.expected() + "\", came \"" + checked.observed() + '"');
    }
}
