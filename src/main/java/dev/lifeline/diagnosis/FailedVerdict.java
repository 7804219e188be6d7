package dev.lifeline.diagnosis;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.diagnosis.cause.Cause;
import dev.lifeline.diagnosis.cause.Causes;
import dev.lifeline.diagnosis.cause.Condition;
import dev.lifeline.diagnosis.cause.EvidenceTexts;
import dev.lifeline.diagnosis.cause.Placeholders;
import dev.lifeline.diagnosis.evidence.Evidenced;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Verdict.Result;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.text.Printable;

/// The verdict on a trace in which a stage failed, be it by the end of a wait for what was expected.
final class FailedVerdict {

    private FailedVerdict() {
    }

    static Verdict of(Facts facts, Deciding decided, Result result) {
        UnfinishedStage run = decided.run();
        ErrorCode code = run.failure().code();
        Placeholders words = new Placeholders(facts, run);
        ConnectionSide story = facts.story(run.lane(), run.connection());
        // Where both ends are one socket, what the kernel says of the "other" end is of this one.
        Evidenced evidence = Evidenced.any(facts) && !story.withItself() ? Evidenced.of(facts, run, code) : null;
        boolean ended = Condition.endedByPeer(code, Condition.of(facts, run)) || evidence != null && evidence.resetUnaccepted();
        Milestone missing = run.lane() == Lane.CLIENT && !ended ? Additions.missing(facts, run.connection()) : null;
        VerdictDraft account = stage(facts, run, evidence, missing, words)
                .plus(Additions.race(facts, decided), "", "")
                .plus(result == Result.UNEXPECTED ? "" : unheld(facts, " had not come."), Additions.itself(story), "");
        if (missing != null) {
            VerdictDraft part = Additions.missing(missing, evidence, words);
            account = account.plus(part.happened(), part.proved(), part.notProved());
        }
        account = evidence == null ? account : evidence.plus(account);
        account = account.plus(Additions.server(facts, run.lane()), "", Additions.dropped(facts))
                .plus(Additions.repeated(facts, decided), "", "");
        String before = switch (result) {
            case INCOMPLETE -> "The recording breaks off. Before that: ";
            case INTERRUPTED -> "The run was interrupted. Before that: ";
            case UNEXPECTED -> unheld(facts, " did not come") + came(facts.unheld()) + " ";
            case COMPLETED, FAILED -> "";
        };
        return new Verdict(result, run.stage(), run.lane(), code, run.failure().operation(), words.local(), words.remote(),
                before + account.happened(), account.proved(), account.notProved(), account.next());
    }

    /// What the code means at its stage. What the missing event tells is not told twice.
    private static VerdictDraft stage(Facts facts, UnfinishedStage run, Evidenced evidence, Milestone missing, Placeholders words) {
        Cause cause = Causes.of(run.stage(), run.failure().code(), Condition.of(facts, run));
        if (evidence == null) {
            return VerdictDraft.of(cause, words);
        }
        boolean told = missing != null && evidence.toldBy(missing);
        return VerdictDraft.of(told ? cause : EvidenceTexts.over(cause, evidence.cause()), evidence.words());
    }

    private static String unheld(Facts facts, String what) {
        RunEvent.ExpectationChecked check = facts.unheld();
        return check == null ? "" : "The expected text \"" + Printable.prose(check.expected()) + "\"" + what;
    }

    private static String came(RunEvent.ExpectationChecked check) {
        return check.observed().isEmpty() ? "." : "; \"" + Printable.prose(check.observed()) + "\" came.";
    }
}
