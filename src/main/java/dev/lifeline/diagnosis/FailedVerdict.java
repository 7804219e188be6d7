package dev.lifeline.diagnosis;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RunEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.Verdict.Result;

/// The verdict on a trace in which a stage failed.
final class FailedVerdict {

    private FailedVerdict() {
    }

    static Verdict of(Facts facts, Deciding decided, Result result) {
        StageRun run = decided.run();
        ErrorCode code = run.failure().code();
        Words words = new Words(facts, run);
        Account account = Account.of(Causes.of(run.stage(), code, Condition.of(facts, run)), words)
                .plus(Additions.race(facts, decided), "", "")
                .plus(unheld(facts), "", "");
        Cause missing = run.lane() == Lane.CLIENT ? Additions.missing(facts, run.connection()) : null;
        if (missing != null) {
            account = account.plus(missing.happened(), missing.proved(), missing.notProved());
        }
        account = account.plus(Additions.server(facts, run.lane()), "", Additions.dropped(facts))
                .plus(Additions.repeated(facts, decided), "", "");
        String before = switch (result) {
            case INCOMPLETE -> "The recording breaks off. Before that: ";
            case INTERRUPTED -> "The run was interrupted. Before that: ";
            case COMPLETED, FAILED, UNEXPECTED -> "";
        };
        return new Verdict(result, run.stage(), run.lane(), code, run.failure().operation(), words.local(), words.remote(),
                before + account.happened(), account.proved(), account.notProved(), account.next());
    }

    private static String unheld(Facts facts) {
        RunEvent.ExpectationChecked check = facts.unheld();
        return check == null ? "" : "The expected text \"" + SafeText.prose(check.expected()) + "\" had not come.";
    }
}
