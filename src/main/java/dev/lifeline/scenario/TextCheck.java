package dev.lifeline.scenario;

import dev.lifeline.model.RunEvent;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.scenario.ActorOnTrace.Own;
import java.util.List;

/// Whether what a client expected came.
final class TextCheck implements Check {

    @Override
    public Answer look(Sight sight, Args args) {
        List<Own> sides = sight.sides(args.text("of"), null);
        String subject = args.text("of") + ": ";
        String expected = subject + (args.flag("came") ? "what it expected came" : "what it expected did not come");
        RunEvent.ExpectationChecked checked = null;
        for (TraceEvent event : sight.events()) {
            if (event.body() instanceof RunEvent.ExpectationChecked each && sight.isOf(event, null, args.text("of"), sides)) {
                checked = each;
            }
        }
        return checked == null ? Answer.of(!args.flag("came"), expected, subject + "it never came to look for anything")
                : Answer.of(checked.held() == args.flag("came"), expected,
                        subject + "expected \"" + checked.expected() + "\", came \"" + checked.observed() + '"');
    }
}
